"""Whole numbers that come in a form or an address."""

from __future__ import annotations

# Nothing that is counted here has more digits, and no key of a row; a longer number is never read.
MOST_DIGITS, KEY_DIGITS = 9, 18


def number(words: str, digits: int = MOST_DIGITS) -> int | None:
    """The number, or None for anything that is no whole number of at most so many digits."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= digits else None
