"""What each page answers each role, by wing; the test collects every file here."""
