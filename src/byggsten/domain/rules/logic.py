"""Python source for yes and no, with everything constant folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def negation(source: str) -> str:
    """``not`` in front, constants folded."""
    return {"True": "False", "False": "True"}.get(source, f"not {source}")


def joined(word: str, parts: Iterable[str]) -> str:
    """Joined with ``and`` or ``or``, constants folded, the same part once."""
    stop, skip = ("False", "True") if word == "and" else ("True", "False")
    kept = list(dict.fromkeys(p for p in parts if p != skip))
    if stop in kept:
        return stop
    if len(kept) < 2:
        return kept[0] if kept else skip
    return "(" + f" {word} ".join(kept) + ")"
