"""The caseworkers' desk: whom to help today, and everything about one person."""
