"""The {blanks} of a sentence: which names stand in it, and the plain text around them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

_BLANK = re.compile(r"\{([^{}]*)\}")


def blanks(text: str) -> list[str]:
    """The names in a text's {blanks}, in order."""
    return _BLANK.findall(text)


def has_loose_brace(text: str) -> bool:
    """Whether a brace lacks its other half."""
    rest = _BLANK.sub("", text)
    return "{" in rest or "}" in rest


@dataclass(frozen=True, slots=True)
class Blank:
    """One {blank} and the plain text before it.

    ``bare``: the text itself speaks of minutes, so the number alone is wanted.
    ``first``: it opens a sentence.
    """

    before: str
    name: str
    bare: bool
    first: bool


@functools.lru_cache(maxsize=1 << 12)
def pieces(text: str) -> tuple[tuple[Blank, ...], str]:
    """The blanks of a text and the plain text after the last one."""
    out: list[Blank] = []
    end = 0
    bare = "minut" in _BLANK.sub("", text).lower()
    for hit in _BLANK.finditer(text):
        before = text[end : hit.start()]
        out.append(Blank(before, hit[1], bare, not text[: hit.start()].strip() or before.endswith(". ")))
        end = hit.end()
    return tuple(out), text[end:]
