"""A rulebook: asks its tables about one person on one day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from byggsten.domain.rules.bounds import number_ranges
from byggsten.domain.rules.case import Case
from byggsten.domain.rules.changes import next_change
from byggsten.domain.rules.decision import Decision
from byggsten.domain.rules.encode import Encoded, encode
from byggsten.domain.rules.explain import Step
from byggsten.domain.rules.known import known_values, learned
from byggsten.domain.rules.load import tables_from
from byggsten.domain.rules.program import Programs
from byggsten.domain.rules.receipt import receipt
from byggsten.domain.rules.remarks import remarks
from byggsten.domain.rules.times import check_times
from byggsten.domain.rules.why_not import why_not

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from byggsten.domain.rules.changes import Change
    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.kinds import Words
    from byggsten.domain.rules.merge import RuleFile
    from byggsten.domain.rules.remarks import Remark
    from byggsten.domain.rules.tables import Derived, Fact, FactValue, Rule, Tables
    from byggsten.domain.rules.used import Origin
    from byggsten.domain.rules.why_not import Unmet

    Facts = Encoded | Mapping[str, FactValue]

_NO_ORIGINS: dict[str, Origin] = {}


class Rulebook:
    """One book of rules at one state of knowledge.  Ask it about facts on a day; it knows no clock."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.name: str = tables.name
        # Twelve signs that differ whenever any file or the choice of overlays differs.
        self.version: str = tables.version
        self.sources: Mapping[str, Words] = tables.sources
        self.facts: Mapping[str, Fact] = tables.facts
        self.parameters: Mapping[str, Parameter] = tables.parameters
        self.derived: Mapping[str, Derived] = tables.derived
        self.rules: Mapping[str, Rule] = tables.rules
        self.programs = Programs(tables)
        self._learned = sorted(learned(tables))
        self._known: dict[int, Rulebook] = {}

    @classmethod
    def build(cls, name: str, files: Sequence[RuleFile], version: str) -> Rulebook:
        """Read parsed files, the nation's first.  Raises RulebookError with file, place and remedy."""
        tables = tables_from(name, files, version)
        number_ranges(tables)
        check_times(tables)
        return cls(tables)

    def known(self, at: date) -> Rulebook:
        """The book as it was known that day: without values and rows that became known later."""
        count = bisect_right(self._learned, at)
        if count == len(self._learned):
            return self
        if count not in self._known:
            parameters = {n: known_values(p, at) for n, p in self.parameters.items()}
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
