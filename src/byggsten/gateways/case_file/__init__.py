"""The case file: one JSON file with all that is needed to judge a few persons, without a database."""
