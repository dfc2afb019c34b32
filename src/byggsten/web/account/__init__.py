"""How one is let in, and what one decides about one's own account."""
