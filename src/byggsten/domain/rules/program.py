"""The written functions of a book, made when first asked for and kept."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.rules.calendar import add_days, months_after, years_between
from byggsten.domain.rules.compile import Writer
from byggsten.domain.rules.expressions import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from byggsten.domain.rules.dated import Value
    from byggsten.domain.rules.encode import Encoded
    from byggsten.domain.rules.expressions import Reference
    from byggsten.domain.rules.tables import Tables
    from byggsten.domain.rules.used import UsedParameter

    Run = Callable[[int, int, tuple[int, ...]], tuple[int, ...]]

# The only words a written function can reach.
_WORLD = {
    "__builtins__": {},
    "add_days": add_days,
    "months_after": months_after,
    "years_between": years_between,
    "min": min,
    "max": max,
}


@dataclass(slots=True)
class Program:
    """The functions for some rules under one day's law.

    ``rules``: every rule computed, the wanted and those they read; ``mask``: the bits of the facts read.
    ``text``: the function for when nothing is missing.
    ``uses``: which names each row's explanation shows; ``today``: the parameters that the day picks;
    ``evidence``: parameters as they are shown; all found when first asked for.
    ``whole`` runs when none of those facts is missing, ``careful`` otherwise; written when first needed.
    """

    tables: Tables
    wanted: tuple[str, ...]
    day: int
    rules: tuple[str, ...]
    places: dict[str, int]
    mask: int
    text: str
    uses: dict[tuple[str, int], tuple[Reference, ...]] = field(default_factory=dict)
    today: dict[str, Value | None] = field(default_factory=dict)
    evidence: dict[tuple[str, date | None], UsedParameter] = field(default_factory=dict)
    whole: Run | None = None
    careful: Run | None = None

    def run(self, day: int, encoded: Encoded) -> tuple[int, ...]:
        """Outcome and row number of each rule in ``rules``, one after the other."""
        if encoded.missing & self.mask:
            careful = self.careful or self._write(careful=True)
            return careful(day, encoded.missing, encoded.values)
        whole = self.whole or self._write(careful=False)
        return whole(day, 0, encoded.values)

    def _write(self, *, careful: bool) -> Run:
        text = self.text
        if careful:
            maybe = frozenset(f.name for f in self.tables.facts.values() if not f.always)
            text = _function(Writer(self.tables, self.wanted, self.day, maybe=maybe), self.rules)
        world = dict(_WORLD)
        # The text is made from checked nodes, numbers and names only; nothing of a rule file reaches it.
        exec(compile(text, f"<{self.tables.name} {self.tables.version}>", "exec"), world)  # noqa: S102
        run: Run = world["decide"]  # type: ignore[assignment]
        if careful:
            self.careful = run
        else:
            self.whole = run
        return run


def _function(writer: Writer, rules: tuple[str, ...]) -> str:
    """The function as Python text."""
    loads = [f"f_{f} = v[{writer.tables.facts[f].index}]" for f in writer.facts]
    answers = ", ".join(f"r_{r}, k_{r}" for r in rules)
    body = "\n    ".join([*loads, *writer.lines(), f"return ({answers},)"])
    return f"def decide(idag, m0, v):\n    {body}\n"


class Programs:
    """All programs of a book, by what law the day has and what is wanted."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.epochs = epochs_of(tables)
        self._made: dict[tuple[int, tuple[str, ...]], Program] = {}

    def get(self, day: int, wanted: tuple[str, ...]) -> Program:
        """The program for a day number.  Raises RulebookError for a rule that does not exist."""
        key = (bisect_right(self.epochs, day), wanted)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(day, wanted)
        return found

    def _make(self, day: int, wanted: tuple[str, ...]) -> Program:
        # Any day of the same law would do; the one asked about is named if the rules do not hold then.
        asked = wanted or tuple(self.tables.rules)
        writer = Writer(self.tables, asked, day)
        rules = tuple(n for n in writer.names if n in self.tables.rules)
        places = {r: 2 * k for k, r in enumerate(rules)}
        mask = sum(1 << self.tables.facts[f].index for f in writer.facts)
        # Written at once, so that a rule whose time has not come is refused before anybody is told anything.
        return Program(self.tables, asked, day, rules, places, mask, _function(writer, rules))


def epochs_of(tables: Tables) -> list[int]:
    """The day numbers on which any number or row of the book begins or ends to apply."""
    days = {
        value.since.toordinal()
        for parameter in tables.parameters.values()
        if parameter.selector_role is Role.TODAY
        for value in parameter.values
    }
    for rule in tables.rules.values():
        for row in rule.rows:
            if row.since is not None:
                days.add(row.since.toordinal())
            if row.until is not None:
                days.add(row.until.toordinal() + 1)
    return sorted(days)
