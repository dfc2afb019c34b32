"""What can be done: each act checks, saves and writes the diary in one transaction, and says what it did."""
