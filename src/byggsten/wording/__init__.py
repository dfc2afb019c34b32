"""What leaves the house in the languages of the people it is about, each sentence with its review state."""
