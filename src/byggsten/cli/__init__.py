"""The command line: one file per command; the clock is read here and nowhere below."""
