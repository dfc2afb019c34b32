"""Records that may be about one person: shown while typing, and answered one by one."""
