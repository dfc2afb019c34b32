"""Whole numbers that come in a form or an address."""

from __future__ import annotations

# Nothing that is counted or kept here has more digits; a longer number is never read.
MOST_DIGITS = 9


def number(words: str) -> int | None:
    """The number, or None for anything that is no short whole number."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS else None
