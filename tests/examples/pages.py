"""Reads the worked examples: Swedish pages with tables, one example per row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from byggsten.domain.rules import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    FactValue = date | int | bool | str | None

FOLDER = Path(__file__).parent
ORDINARY = {"plikt": "vanlig-person.md", "narvaro": "vanlig-timme.md"}
HEADER = ["Exempel", "Dag", "Ändrat", "Utfall", "Rad"]
_RULES = re.compile(r"Regler: (\w+)(?: med (\w+(?: och \w+)*))?\.")
_WORDS: dict[str, FactValue] = {"ja": True, "nej": False, "aldrig": NEVER, "saknas": None}


@dataclass(frozen=True)
class Example:
    """One row: on a day, with these facts, the rule gives this outcome by this row.

    ``asks``: what the rule must know when the outcome is okänt.
    """

    where: str
    name: str
    book: str
    overlays: tuple[str, ...]
    day: date
    facts: dict[str, FactValue]
    rule: str
    outcome: str
    row: str
    asks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.where} {self.rule}: {self.name}"


def value(text: str) -> FactValue:
    """A cell as a fact's value."""
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def ordinary(book: str) -> dict[str, FactValue]:
    """The facts that an example starts from."""
    lines = (FOLDER / ORDINARY[book]).read_text("utf-8").splitlines()
    return {c[0]: value(c[1]) for c in map(_cells, lines) if len(c) == 2 and c[0] not in ("Fakta", "---")}


def examples() -> Iterator[Example]:
    """Every example on every page, in order."""
    for path in sorted(FOLDER.glob("*.md")):
        if path.name not in {"README.md", *ORDINARY.values()}:
            yield from _page(path)


def _page(path: Path) -> Iterator[Example]:
    rule, book, overlays = "", "", ()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        where = f"{path.name}:{number}"
        if line.startswith("## "):
            rule = line[3:].strip()
        if said := _RULES.search(line):
            book, overlays = said[1], tuple((said[2] or "").split(" och ")) if said[2] else ()
        cells = _cells(line)
        if not cells or cells == HEADER or set(cells[0]) <= {"-"}:
            continue
        if len(cells) != len(HEADER):
            raise ValueError(f"{where}: raden har {len(cells)} celler, inte {len(HEADER)} ({HEADER})")
        yield _example(where, rule, book, overlays, cells)


def _example(where: str, rule: str, book: str, overlays: tuple[str, ...], cells: list[str]) -> Example:
    name, day, changed, outcome, row = cells
    facts = ordinary(book)
    for part in filter(None, changed.split(", ")):
        fact, _, text = part.partition(" = ")
        if fact not in facts and fact not in EXTRA:
            raise ValueError(f"{where}: «{fact}» är inget faktum")
        facts[fact] = value(text)
    outcome, _, asks = outcome.partition(": ")
    return Example(
        where, name, book, overlays, date.fromisoformat(day), facts, rule, outcome, row,
        tuple(filter(None, asks.split(", "))),
    )  # fmt: skip


# Facts that the ordinary person does not have at all.
EXTRA = {
    "anknytning_mottagen", "anknytning_ansökt", "anknytning_svensk", "bortsedd_föräldratid_dagar",
    "skolstart_efter_ordinarie", "elev_bedömd", "förberedelseklass_från",
}  # fmt: skip


def _cells(line: str) -> list[str]:
    line = line.strip()
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
