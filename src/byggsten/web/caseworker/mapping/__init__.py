"""The pages of the competence mapping: a guided conversation, its result, and a page to print."""
