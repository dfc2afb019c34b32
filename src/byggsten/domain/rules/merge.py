"""Several files to one book: the nation's side by side, overlays only where the nation leaves it open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import nearest
from byggsten.domain.rules.strict import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

SECTIONS = ("källor", "fakta", "parametrar", "härlett", "regler")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file parsed to dicts, lists, texts, numbers and dates.  No ``overlay``: it is the nation's."""

    name: str
    data: object
    overlay: str = ""


@dataclass(slots=True)
class Parts:
    """The named parts of a book before their texts are read, each still with its place."""

    sections: dict[str, dict[str, Reader]] = field(default_factory=lambda: {s: {} for s in SECTIONS})
    # Values that overlays give, and the rows of each table in their order, overlays' rows among them.
    values: dict[str, list[Reader]] = field(default_factory=dict)
    rows: dict[str, list[Reader]] = field(default_factory=dict)


def merge(book: str, files: Iterable[RuleFile]) -> Parts:
    """Put the files together.  A name twice, or an overlay that changes what is not open, is refused."""
    parts = Parts()
    for file in files:
        top = _top(book, file)
        for section in SECTIONS:
            entries = top.entries(section)
            for name, reader in entries.items():
                if file.overlay and section != "källor":
                    _overlay(parts, section, name, reader)
                else:
                    _national(parts, section, name, reader)
        top.done()
    return parts


def _top(book: str, file: RuleFile) -> Reader:
    if not file.data:
        Reader({}, file.name, "").fail(
            "filen är tom", "Skriv «bok: …» och minst en avdelning, eller ta bort filen"
        )
    top = Reader(file.data, file.name, "")
    said = top.text("bok", missing=f"Börja filen med «bok: {book}»")
    if said != book:
        top.fail(
            f"filen säger bok «{said}» men ligger i mappen för «{book}»",
            f"Skriv «bok: {book}» eller flytta filen",
            "bok",
        )
    return top


def _national(parts: Parts, section: str, name: str, reader: Reader) -> None:
    earlier = parts.sections[section].get(name)
    if earlier is not None:
        reader.fail(f"«{name}» finns redan i {earlier.file}", "Ta bort den ena eller byt namn")
    parts.sections[section][name] = reader
    if section == "parametrar":
        parts.values[name] = reader.items("värden", "från")
    if section == "regler":
        parts.rows[name] = reader.items("rader", "id")
        for row in parts.rows[name]:
            if "före" in row.data:
                row.fail(
                    "«före» hör hemma i lokala filer",
                    "Ställ raden där den ska stå och ta bort «före»",
                    "före",
                )


def _overlay(parts: Parts, section: str, name: str, reader: Reader) -> None:
    if section not in ("parametrar", "regler"):
        reader.fail(
            f"en lokal fil kan inte ändra «{section}»",
            "En lokal fil ger värden till öppna parametrar, rader till öppna tabeller och egna källor",
        )
    national = parts.sections[section].get(name)
    if national is None:
        reader.fail(f"«{name}» finns inte i de nationella reglerna", nearest(name, parts.sections[section]))
    if not national.yes("öppen"):
        reader.fail(
            f"«{name}» är inte öppen för kommunens egna beslut",
            f"Sätt «öppen: ja» i {national.file} om lagen lämnar det öppet",
        )
    if section == "parametrar":
        parts.values[name] = parts.values[name] + reader.items("värden", "från")
    else:
        for row in reader.items("rader", "id"):
            _insert(parts.rows[name], row, name)
    reader.done()


def _insert(rows: list[Reader], row: Reader, table: str) -> None:
    before = row.text("före", missing="En lokal rad säger framför vilken rad den ska stå: «före: rad_id»")
    ids = [r.text("id", default="") for r in rows]
    if before not in ids:
        row.fail(f"tabellen «{table}» har ingen rad «{before}»", nearest(before, ids), "före")
    rows.insert(ids.index(before), row)
