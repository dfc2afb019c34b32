"""A rulebook: asks its tables about one person on one day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from byggsten.domain.rules.bounds import number_ranges
from byggsten.domain.rules.case import Case
from byggsten.domain.rules.changes import next_change
from byggsten.domain.rules.encode import Encoded, encode
from byggsten.domain.rules.explain import Step
from byggsten.domain.rules.load import tables_from
from byggsten.domain.rules.program import Programs
from byggsten.domain.rules.receipt import receipt
from byggsten.domain.rules.remarks import remarks
from byggsten.domain.rules.values import UNKNOWN_CODE, UNKNOWN_NUMBER
from byggsten.domain.rules.why_not import why_not

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from byggsten.domain.rules.changes import Change
    from byggsten.domain.rules.kinds import Words
    from byggsten.domain.rules.merge import RuleFile
    from byggsten.domain.rules.program import Program
    from byggsten.domain.rules.remarks import Remark
    from byggsten.domain.rules.tables import Derived, Fact, FactValue, Parameter, Rule, Tables
    from byggsten.domain.rules.used import Origin
    from byggsten.domain.rules.why_not import Unmet

    Facts = Encoded | Mapping[str, FactValue]

_NO_ORIGINS: dict[str, Origin] = {}


class Decision:
    """The outcomes of the wanted rules and of those they read, with the rows that decided."""

    __slots__ = ("_program", "values")

    def __init__(self, program: Program, values: tuple[int, ...]) -> None:
        self._program = program
        self.values = values

    def outcome(self, rule: str) -> str | int | None:
        """The outcome's name, or the number of a table of numbers; None is okänt."""
        value, outcomes = self.values[self._program.places[rule]], self._program.tables.rules[rule].outcomes
        if outcomes:
            return None if value == UNKNOWN_CODE else outcomes[value].name
        return None if value == UNKNOWN_NUMBER else value

    def row(self, rule: str) -> str:
        """The id of the row that decided, or that could not be settled."""
        return self._program.tables.rules[rule].rows[self.values[self._program.places[rule] + 1]].id


class Rulebook:
    """One book of rules at one state of knowledge.  Ask it about facts on a day; it knows no clock."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.programs = Programs(tables)
        self._learned = sorted(_learned(tables))
        self._known: dict[int, Rulebook] = {}

    @classmethod
    def build(cls, name: str, files: Sequence[RuleFile], version: str) -> Rulebook:
        """Read parsed files, the nation's first.  Raises RulebookError with file, place and remedy."""
        tables = tables_from(name, files, version)
        number_ranges(tables)
        return cls(tables)

    @property
    def name(self) -> str:
        return self.tables.name

    @property
    def version(self) -> str:
        """Twelve signs that differ whenever any file or the choice of overlays differs."""
        return self.tables.version

    @property
    def sources(self) -> Mapping[str, Words]:
        return self.tables.sources

    @property
    def facts(self) -> Mapping[str, Fact]:
        return self.tables.facts

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        return self.tables.parameters

    @property
    def derived(self) -> Mapping[str, Derived]:
        return self.tables.derived

    @property
    def rules(self) -> Mapping[str, Rule]:
        return self.tables.rules

    def known(self, at: date) -> Rulebook:
        """The book as it was known that day: without values and rows that became known later."""
        count = bisect_right(self._learned, at)
        if count == len(self._learned):
            return self
        if count not in self._known:
            parameters = {n: _known_values(p, at) for n, p in self.parameters.items()}
            self._known[count] = Rulebook(replace(self.tables, parameters=parameters, known_at=at))
        return self._known[count]

    def encode(self, facts: Mapping[str, FactValue]) -> Encoded:
        """Check and number facts once, to ask about them many times."""
        return encode(self.tables, facts)

    def decide(self, day: date, facts: Facts, wanted: tuple[str, ...] = ()) -> Decision:
        """Outcomes and deciding rows; ``wanted`` is empty for all rules.

        Raises RulebookError when a needed rule does not apply on the day, or a fact is of the wrong kind.
        """
        number = day.toordinal()
        program = self.programs.get(number, wanted)
        return Decision(program, program.run(number, self._encoded(facts)))

    def explain(
        self,
        day: date,
        facts: Facts,
        wanted: tuple[str, ...] = (),
        origins: Mapping[str, Origin] | None = None,
    ) -> dict[str, Step]:
        """The same outcomes with their reasons, by rule."""
        case = self.case(day, facts, wanted, origins)
        return {name: Step(case, self.rules[name]) for name in wanted or self.rules}

    def case(
        self,
        day: date,
        facts: Facts,
        wanted: tuple[str, ...] = (),
        origins: Mapping[str, Origin] | None = None,
    ) -> Case:
        """Everything that can be read about one person on one day."""
        number = day.toordinal()
        return Case(self.programs.get(number, wanted), number, self._encoded(facts), origins or _NO_ORIGINS)

    def why_not(self, day: date, facts: Facts, rule: str, outcome: str) -> tuple[Unmet, ...]:
        """For every row that gives the outcome: what of its condition is not met or not known."""
        return why_not(self.case(day, facts, (rule,)), rule, outcome)

    def next_change(self, day: date, facts: Facts, rules: tuple[str, ...], *, until: date) -> Change | None:
        """The first later day on which any of the rules comes out otherwise if the facts stay as they are."""
        return next_change(self.programs, day, self._encoded(facts), rules, until)

    def receipt(
        self,
        day: date,
        known_at: date | None,
        facts: Facts,
        wanted: tuple[str, ...] = (),
        origins: Mapping[str, Origin] | None = None,
    ) -> dict[str, object]:
        """All that is needed to check an answer later, as plain values for JSON."""
        book = self if known_at is None else self.known(known_at)
        encoded = self._encoded(facts)
        steps = book.explain(day, encoded, wanted, origins)
        return receipt(self.tables, (day, known_at), encoded, steps, origins or _NO_ORIGINS)

    def _encoded(self, facts: Facts) -> Encoded:
        return facts if isinstance(facts, Encoded) else encode(self.tables, facts)

    def check(self) -> tuple[Remark, ...]:
        """What is allowed but deserves a look; faults are errors and were raised when the book was read."""
        return remarks(self.tables)


def _known_values(parameter: Parameter, at: date) -> Parameter:
    return replace(parameter, values=tuple(v for v in parameter.values if v.known is None or v.known <= at))


def _learned(tables: Tables) -> set[date]:
    """The days on which values or rows became known."""
    values = {v.known for p in tables.parameters.values() for v in p.values}
    rows = {r.known for rule in tables.rules.values() for r in rule.rows}
    return {day for day in values | rows if day is not None}
