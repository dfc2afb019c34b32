"""One table from its part of a file: outcomes, rows in order, and every condition read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.kinds import Confidence, Kind, Party
from byggsten.domain.rules.load_rows import Rows
from byggsten.domain.rules.load_values import codes_from, source_from
from byggsten.domain.rules.tables import Row, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.kinds import Words
    from byggsten.domain.rules.names import Name
    from byggsten.domain.rules.strict import Reader

# The number of a row must fit in one byte.
MOST_ROWS = 255


def rule_from(
    name: str, reader: Reader, rows: list[Reader], names: Mapping[str, Name], sources: Mapping[str, Words]
) -> Rule:
    """One table.  Its rows may come from several files; they are already in their order."""
    label, kind = reader.words(), _kind(reader)
    party = reader.one_of("part", Party) if reader.has("part") else None
    source = source_from(reader, sources, None) if reader.has("källa") else ""
    confidence = reader.one_of("tillit", Confidence, Confidence.UNCERTAIN)
    is_open = reader.yes("öppen")
    outcomes, unit = codes_from(reader, "utfall"), reader.text("tal", default="")
    reader.has("rader")
    reader.done()
    if bool(outcomes) == bool(unit):
        reader.fail(
            "en tabell har antingen «utfall» eller «tal»",
            "Lista utfallen, eller skriv talets enhet: «tal: minuter»",
        )
    if not rows:
        reader.fail("tabellen har inga rader", "Lägg till minst en rad under «rader»")
    if len(rows) > MOST_ROWS:
        reader.fail(f"fler än {MOST_ROWS} rader", "Dela upp tabellen i två")
    table = Rows(names, sources, outcomes, source, confidence)
    made = tuple(table.row(r, n, last=n == len(rows) - 1) for n, r in enumerate(rows))
    _unique(rows, made)
    codes = {o.name: k for k, o in enumerate(outcomes)}
    return Rule(
        name, label, kind, party, source, confidence, outcomes, unit, is_open, made, reader.file, codes
    )


def _kind(reader: Reader) -> Kind:
    word = reader.text("art")
    if word == "beslut":
        reader.fail(
            "en tabell kan inte fatta beslut",
            "Skriv «förslag»: tabellen föreslår, och en människa beslutar",
            "art",
        )
    return reader.one_of("art", Kind)


def _unique(readers: list[Reader], rows: tuple[Row, ...]) -> None:
    seen: set[str] = set()
    for reader, row in zip(readers, rows, strict=True):
        if row.id in seen:
            reader.fail(
                f"två rader heter «{row.id}»", "Ge varje rad ett eget id; det följer med i utredningar", "id"
            )
        seen.add(row.id)
