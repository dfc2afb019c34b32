"""Reads the checklist of a reception: the nation's steps, then how many days each overlay gives them."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from byggsten.domain.housing import Answerable, ChecklistLine
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.kinds import Confidence
from byggsten.domain.rules.load_values import source_from, split_source
from byggsten.domain.rules.strict import Reader
from byggsten.rulebook.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.kinds import Words

FOLDER = Path(__file__).parent
FILE = "reception.yaml"
# Longer than any reception: a larger number is a slip of the pen.
LONGEST = 730


def checklist(overlays: tuple[str, ...] = ()) -> tuple[ChecklistLine, ...]:
    """The lines in their order.

    Kept for the life of the process.
    Raises RulebookError naming file, place, fault and remedy.
    """
    return checklist_from(FOLDER, tuple(overlays))


@functools.cache
def checklist_from(folder: Path, overlays: tuple[str, ...]) -> tuple[ChecklistLine, ...]:
    """The same from another folder; for checking a list that is not installed yet."""
    top = _top(folder / "national" / FILE, folder)
    sources = _sources(top)
    lines = {code: _line(code, entry, sources) for code, entry in top.entries("steg").items()}
    top.done()
    if not lines:
        top.fail("listan har inga steg", "Lägg till «steg: …»")
    for overlay in overlays:
        path = folder / "local" / overlay / FILE
        # An overlay need not decide anything about receptions.
        if path.is_file():
            lines |= _decided(_top(path, folder), lines)
    return tuple(lines.values())


def _top(path: Path, folder: Path) -> Reader:
    file = str(path.relative_to(folder))
    try:
        return Reader(read(path.read_text("utf-8"), file), file, "")
    except UnicodeDecodeError as error:
        raise RulebookError(
            f"är inte UTF-8 (byte {error.start})", remedy="Spara filen som UTF-8", file=file
        ) from None


def _sources(top: Reader) -> Mapping[str, Words]:
    found = {}
    for name, source in top.entries("källor").items():
        found[name] = source.words()
        source.done()
    return found


def _source(entry: Reader, sources: Mapping[str, Words]) -> str:
    """The source in words: its name, and the place in it."""
    name, place = split_source(source_from(entry, sources, None), sources) or ("", "")
    return f"{sources[name].sv}, {place}" if place else sources[name].sv


def _line(code: str, entry: Reader, sources: Mapping[str, Words]) -> ChecklistLine:
    label, answerable = entry.words(), entry.one_of("ansvarig", Answerable)
    source = _source(entry, sources)
    entry.one_of("tillit", Confidence)
    if entry.has("dagar"):
        entry.fail(
            "lagen säger inte hur många dagar ett steg får ta", "Skriv dagarna i ett lokalt tillägg", "dagar"
        )
    entry.done()
    return ChecklistLine(code, label.sv, label.en, answerable, source)


def _decided(top: Reader, known: Mapping[str, ChecklistLine]) -> dict[str, ChecklistLine]:
    sources, found = _sources(top), {}
    for code, entry in top.entries("dagar").items():
        if code not in known:
            entry.fail(f"steget «{code}» finns inte", nearest(code, known))
        days = entry.data["dagar"] if entry.has("dagar") else None
        if type(days) is not int or not 0 <= days <= LONGEST:
            entry.fail(f"«{days}» är inget antal dagar", f"Skriv ett heltal från 0 till {LONGEST}", "dagar")
        source = _source(entry, sources)
        entry.done()
        found[code] = replace(known[code], days=days, days_source=source)
    top.done()
    return found
