"""Proposals drawn from a model in our words, solved by a well-kept solver; it never decides."""
