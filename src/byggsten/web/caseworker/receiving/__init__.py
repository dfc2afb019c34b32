"""The reception: register people, handle partners' notices, and keep what is recorded about a person."""
