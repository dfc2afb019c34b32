"""Sets a plan as a tagged PDF that anybody can read, print and have read aloud."""
