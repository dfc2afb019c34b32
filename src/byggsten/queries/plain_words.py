"""Words as they are searched: small letters without accents, so that «forare» finds «förare»."""

from __future__ import annotations

import unicodedata

# Letters that are no accented form of another, but are typed as one.
_ALIKE = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})
_KEPT = "+#"


def plain(text: str) -> str:
    """The words of a text, one space between them."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_ALIKE)
    letters = (c for c in apart if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c in _KEPT else " " for c in letters).split())


def searchable(*texts: str) -> str:
    """What is kept for searching: a space before each word, so that its beginning can be asked for."""
    words = dict.fromkeys(word for text in texts for word in plain(text).split())
    # The words of the label stay in their order, so that a label's own beginning can be told apart.
    first = plain(texts[0]) if texts else ""
    rest = " ".join(word for word in words if word not in first.split())
    return f" {first} {rest}".rstrip()[:2000]
