"""Reads the dated reasons for absence: the nation's table, then each overlay's own reasons."""

from __future__ import annotations

import functools
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.reasons import Owner, Reason, Validity
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.kinds import Confidence
from byggsten.domain.rules.load_values import source_from
from byggsten.domain.rules.strict import Reader
from byggsten.rulebook.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.kinds import Words

FOLDER = Path(__file__).parent
FILE = "reasons.yaml"
ROLES = ("caseworker", "teacher", "host", "manager", "participant")


def reasons(overlays: tuple[str, ...] = ()) -> Mapping[str, tuple[Reason, ...]]:
    """Every reason by its code, its rows in the order in which they hold.

    Kept for the life of the process.
    Raises RulebookError naming file, row, fault and remedy.
    """
    return reasons_from(FOLDER, tuple(overlays))


@functools.cache
def reasons_from(folder: Path, overlays: tuple[str, ...]) -> Mapping[str, tuple[Reason, ...]]:
    """The same from another folder; for checking a table that is not installed yet."""
    sources: dict[str, Words] = {}
    found: dict[str, tuple[Reason, ...]] = {}
    where: dict[str, str] = {}
    local = [folder / "local" / overlay / FILE for overlay in overlays]
    # An overlay need not have reasons of its own.
    for path in (folder / "national" / FILE, *(p for p in local if p.is_file())):
        top = _top(path, str(path.relative_to(folder)))
        for name, source in top.entries("källor").items():
            sources[name] = source.words()
            source.done()
        for code, entry in top.entries("orsaker").items():
            if code in found:
                entry.fail(
                    f"orsaken «{code}» finns redan i {where[code]}",
                    "Ge den lokala orsaken en egen kod; de nationella ändras inte lokalt",
                )
            found[code] = _rows(code, entry, sources)
            where[code] = entry.file
        top.done()
    return MappingProxyType(found)


def _top(path: Path, file: str) -> Reader:
    try:
        return Reader(read(path.read_text("utf-8"), file), file, "")
    except UnicodeDecodeError as error:
        raise RulebookError(
            f"är inte UTF-8 (byte {error.start})", remedy="Spara filen som UTF-8", file=file
        ) from None


def _rows(code: str, entry: Reader, sources: Mapping[str, Words]) -> tuple[Reason, ...]:
    label = entry.words()
    readers = entry.items("rader", "från")
    entry.done()
    if not readers:
        entry.fail("orsaken har inga rader", "Lägg till «rader: [{från: …, ägare: …, gäller: …, källa: …}]»")
    rows = [(reader, _row(code, reader, label, sources)) for reader in readers]
    rows.sort(key=lambda pair: pair[1].period.first_day)
    for (_, one), (reader, other) in pairwise(rows):
        if one.period.overlaps(other.period):
            reader.fail(
                f"raden gäller samtidigt som raden från {one.period.first_day}",
                f"Avsluta den tidigare raden med «till:» före {other.period.first_day}",
            )
    return tuple(row for _, row in rows)


def _row(code: str, reader: Reader, label: Words, sources: Mapping[str, Words]) -> Reason:
    since, until = reader.day("från"), reader.day("till")
    if since is None:
        reader.fail("raden gäller inte från något datum", "Lägg till «från: …»")
    if until is not None and until < since:
        reader.fail(f"raden slutar {until} men börjar {since}", "Byt plats på dagarna", "till")
    validity, owner = reader.one_of("gäller", Validity), reader.one_of("ägare", Owner)
    if (owner is Owner.UNKNOWN) != (validity is Validity.TO_BE_TRIED):
        reader.fail(
            "tiden är någons så snart den är bedömd, och ingens innan dess",
            "Skriv «ägare: unknown» tillsammans med «gäller: prövas», annars vem tiden hör till",
            "ägare",
        )
    source = source_from(reader, sources, None)
    confidence = reader.one_of("tillit", Confidence)
    reader.text("not", default="")
    proof, seen_by = _days(reader), _seen_by(reader)
    reader.done()
    return Reason(
        code,
        label.sv,
        label.en,
        owner,
        validity,
        Period(since, until),
        source,
        confidence.value,
        proof,
        seen_by,
    )


def _days(reader: Reader) -> int | None:
    if not reader.has("intyg_efter_dagar"):
        return None
    days = reader.data["intyg_efter_dagar"]
    if type(days) is not int or days < 0:
        reader.fail(
            f"«{days}» är inget antal dagar",
            "Skriv ett heltal från 0, eller ta bort nyckeln om intyg aldrig behövs",
            "intyg_efter_dagar",
        )
    return days


def _seen_by(reader: Reader) -> tuple[str, ...]:
    roles = reader.data.get("ser") if reader.has("ser") else None
    if not isinstance(roles, list) or not roles:
        reader.fail("raden säger inte vem som får se orsaken", "Lägg till «ser: [caseworker]»", "ser")
    for role in roles:
        if role not in ROLES:
            reader.fail(f"«{role}» är ingen roll", nearest(str(role), ROLES), "ser")
    return tuple(roles)
