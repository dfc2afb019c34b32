"""English words for common occupations, countries and languages: JobTech's dumps have Swedish labels only."""

from __future__ import annotations

import functools
from pathlib import Path

from byggsten.queries.plain_words import plain

TABLE = Path(__file__).with_name("english.txt")
KINDS = {
    "work": frozenset({"occupation-name", "ssyk-level-4", "skill"}),
    "country": frozenset({"country"}),
    "language": frozenset({"language"}),
}
# A short stem may stand by chance in the middle of another word; a long one does not.
LONG = 6


@functools.cache
def table() -> dict[str, tuple[tuple[str, str], ...]]:
    """Stem and English words, by section."""
    found: dict[str, list[tuple[str, str]]] = {}
    section = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            stem, _, words = line.partition(":")
            found.setdefault(section, []).append((plain(stem), words.strip()))
    return {name: tuple(rows) for name, rows in found.items()}


def english_of(kind: str, label: str) -> tuple[str, ...]:
    """The English words to find a concept by."""
    words = plain(label).split()
    return tuple(
        english
        for section, rows in table().items()
        if kind in KINDS[section]
        for stem, english in rows
        if any(_fits(stem, word) for word in words)
    )


def _fits(stem: str, word: str) -> bool:
    return word.startswith(stem) or word.endswith(stem) or (len(stem) >= LONG and stem in word)
