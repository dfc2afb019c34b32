"""What is allowed but deserves a look: unused names, rows that never count, open norms, doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules.blanks import blanks
from byggsten.domain.rules.closure import reads
from byggsten.domain.rules.kinds import Confidence
from byggsten.domain.rules.load_values import split_source
from byggsten.domain.rules.order import row_reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.rules.tables import Rule, Tables


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at; ``str()`` is a Swedish sentence."""

    file: str
    place: str
    text: str

    def __str__(self) -> str:
        return ", ".join(part for part in (self.file, self.place) if part) + f": {self.text}."


def remarks(tables: Tables) -> tuple[Remark, ...]:
    """All remarks, in the order of the book."""
    return (*_unread(tables), *_open(tables), *_doubtful(tables), *_rows(tables))


def _read_names(tables: Tables) -> set[str]:
    expressions = [d.expression for d in tables.derived.values()]
    texts: list[str] = []
    for rule in tables.rules.values():
        for row in rule.rows:
            expressions += row_reads(row)
            texts += [row.text.sv, row.text.en]
    found = {ref.name for e in expressions for ref in reads(tables, e)}
    return found | {name for text in texts for name in blanks(text)}


def _unread(tables: Tables) -> Iterator[Remark]:
    read = _read_names(tables)
    for name, parameter in tables.parameters.items():
        if name not in read:
            yield Remark(parameter.file, f"parametrar.{name}", "parametern läses aldrig av någon regel")
    for name, derived in tables.derived.items():
        if name not in read:
            yield Remark(derived.file, f"härlett.{name}", "det härledda värdet läses aldrig av någon regel")
    for name in tables.facts:
        if name not in read:
            yield Remark("", f"fakta.{name}", "uppgiften läses aldrig av någon regel")
    used = {v.source for p in tables.parameters.values() for v in p.values}
    used |= {row.source for rule in tables.rules.values() for row in rule.rows}
    cited = {found[0] for s in used if (found := split_source(s, tables.sources)) is not None}
    for name in tables.sources:
        if name not in cited:
            yield Remark("", f"källor.{name}", "källan åberopas aldrig")


def _open(tables: Tables) -> Iterator[Remark]:
    for name, parameter in tables.parameters.items():
        if parameter.open and not parameter.values:
            yield Remark(
                parameter.file,
                f"parametrar.{name}",
                "öppen norm utan värde; regler som behöver den ger okänt",
            )


def _doubtful(tables: Tables) -> Iterator[Remark]:
    for name, parameter in tables.parameters.items():
        for value in parameter.values:
            if value.confidence is Confidence.UNCERTAIN:
                yield Remark(
                    value.file, f"parametrar.{name}", f"värdet från {value.since} är osäkert (tillit U)"
                )
    for name, rule in tables.rules.items():
        for row in rule.rows:
            if row.confidence is Confidence.UNCERTAIN:
                yield Remark(row.file, f"regler.{name}.rader.{row.id}", "raden är osäker (tillit U)")


def _rows(tables: Tables) -> Iterator[Remark]:
    for name, rule in tables.rules.items():
        yield from _shadowed(name, rule)
        reached = {row.outcome for row in rule.rows}
        for outcome in rule.outcomes:
            if outcome.name not in reached:
                yield Remark(rule.file, f"regler.{name}.utfall", f"inget ger utfallet «{outcome.name}»")


def _shadowed(name: str, rule: Rule) -> Iterator[Remark]:
    """Rows after one with the very same condition, in force at least as long."""
    for place, row in enumerate(rule.rows):
        for earlier in rule.rows[:place]:
            longer = (earlier.since is None or (row.since is not None and earlier.since <= row.since)) and (
                earlier.until is None or (row.until is not None and row.until <= earlier.until)
            )
            if row.condition is not None and earlier.condition == row.condition and longer:
                yield Remark(
                    row.file,
                    f"regler.{name}.rader.{row.id}",
                    f"raden skuggas av «{earlier.id}», som har samma villkor",
                )
                break
