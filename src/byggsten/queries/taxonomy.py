"""Search the taxonomy while one types: the words in any order, their beginnings first, accents or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.queries.plain_words import plain
from byggsten.records.models import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from django.db.models import QuerySet

# More words narrow nothing down, and no more rows are worth ranking: what is meant is typed further.
MOST_WORDS, MOST_RANKED = 6, 400
OCCUPATION, SKILL, LANGUAGE, COUNTRY = "occupation-name", "skill", "language", "country"


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that fits what was typed; ``broader`` is the label of the one above, to tell two apart."""

    concept: str
    kind: str
    label: str
    broader: str = ""


def search(words: str, kinds: Collection[str], language: str = "sv", limit: int = 12) -> tuple[Hit, ...]:
    """The best hits first; nothing until something is typed, or before a taxonomy is loaded."""
    typed = plain(words).split()[:MOST_WORDS]
    if not typed or not kinds:
        return ()
    rows = Concept.objects.filter(kind__in=kinds, deprecated=False)
    found = _ranked(rows, typed, [f" {word}" for word in typed])
    if len(found) < limit:
        seen = {concept for concept, *_ in found}
        found += [row for row in _ranked(rows, typed, typed) if row[0] not in seen]
    return _hits(found[:limit], language)


def label_of(concept: str, kinds: Collection[str], language: str = "sv") -> str:
    """The concept's label, or nothing when there is no such concept of the kinds."""
    row = Concept.objects.filter(concept_id=concept, kind__in=kinds).first()
    return _label(row.label_sv, row.label_en, language) if row else ""


def is_loaded() -> bool:
    """Whether there is a taxonomy to search."""
    return Concept.objects.exists()


Row = tuple[str, str, str, str, str, str]


def _ranked(rows: QuerySet[Concept], typed: Sequence[str], asked: Iterable[str]) -> list[Row]:
    for part in asked:
        rows = rows.filter(search__contains=part)
    columns = ("concept_id", "kind", "label_sv", "label_en", "broader", "search")
    found: list[Row] = list(rows.order_by("label_sv").values_list(*columns)[:MOST_RANKED])
    if len(found) == MOST_RANKED:
        # Too many to see them all: those whose label begins so must not be among the unseen.
        first = rows.filter(search__startswith=f" {typed[0]}").order_by("label_sv")
        found = list(dict.fromkeys([*first.values_list(*columns)[:MOST_RANKED], *found]))
    return sorted(found, key=lambda row: _rank(row, typed))


def _rank(row: Row, typed: Sequence[str]) -> tuple[bool, bool, int, int, str]:
    own = plain(row[2])
    whole = " ".join(typed)
    return (
        own != whole,
        not own.startswith(typed[0]),
        -sum(f" {word}" in f" {own}" for word in typed),
        len(own),
        own,
    )


def _hits(rows: Sequence[Row], language: str) -> tuple[Hit, ...]:
    above = {row[4] for row in rows if row[4] and row[1] == OCCUPATION}
    groups = Concept.objects.filter(concept_id__in=above)
    names = {row.concept_id: _label(row.label_sv, row.label_en, language) for row in groups} if above else {}
    return tuple(
        Hit(concept, kind, _label(swedish, english, language), names.get(broader, ""))
        for concept, kind, swedish, english, broader, _ in rows
    )


def _label(swedish: str, english: str, language: str) -> str:
    return english if english and language.startswith("en") else swedish
