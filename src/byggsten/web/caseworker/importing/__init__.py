"""A register file of people: tried without saving, or taken in, while the page tells how far it is."""
