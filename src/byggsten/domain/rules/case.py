"""One person's values on one day, read by name: facts, derived values, parameters, outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import selector
from byggsten.domain.rules.evaluate import evaluate
from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.needs import UNKNOWN_CODE, UNKNOWN_NUMBER, number_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.dated import Value
    from byggsten.domain.rules.encode import Encoded
    from byggsten.domain.rules.expressions import Reference
    from byggsten.domain.rules.program import Program
    from byggsten.domain.rules.tables import Tables
    from byggsten.domain.rules.used import Origin, UsedFact


class Case:
    """Reads any name for one person on one day.

    ``outcomes``: code and row number of every rule that was computed.
    """

    __slots__ = ("_seen", "asked", "day", "encoded", "evidence", "origins", "outcomes", "program", "tables")

    def __init__(self, program: Program, day: int, encoded: Encoded, origins: Mapping[str, Origin]) -> None:
        self.program = program
        self.tables: Tables = program.tables
        self.day = day
        self.encoded = encoded
        values = program.run(day, encoded)
        pairs = zip(values[::2], values[1::2], strict=True)
        self.outcomes = dict(zip(program.rules, pairs, strict=True))
        self.origins = origins
        self._seen: dict[str, int | None] = {}
        # What each unknown rule waits for, found once however many rules wait for it.
        self.asked: dict[str, tuple[Reference, ...]] = {}
        # What has been written about each name so far, for all the rules that read it.
        self.evidence: dict[str, UsedFact] = {}

    def read(self, ref: Reference) -> int | None:
        """The value of a name, or None when it is unknown."""
        match ref.role:
            case Role.FACT:
                index = self.tables.facts[ref.name].index
                return None if self.encoded.missing >> index & 1 else self.encoded.values[index]
            case Role.RULE:
                return None if self.unknown(ref.name) else self.outcomes[ref.name][0]
            case Role.DERIVED:
                if ref.name not in self._seen:
                    self._seen[ref.name] = evaluate(self.tables.derived[ref.name].expression, self.read)
                return self._seen[ref.name]
            case Role.PARAMETER:
                value = self.parameter(ref.name)
                return None if value is None else value.number
            case Role.TODAY:
                return self.day

    def unknown(self, rule: str) -> bool:
        """Whether the rule's outcome is okänt."""
        marker = UNKNOWN_CODE if self.tables.rules[rule].outcomes else UNKNOWN_NUMBER
        return self.outcomes[rule][0] == marker

    def parameter(self, name: str) -> Value | None:
        """The value that holds for this case, or None when it is open, unset or selected by a missing day."""
        kept = self.program.today
        if name in kept:
            return kept[name]
        parameter = self.tables.parameters[name]
        if parameter.selector_role is Role.TODAY:
            number_on(parameter, self.day)  # refuses a day before the rules
            # The program is written for one day's law, so this holds for everybody it is asked about.
            return kept.setdefault(name, parameter.on(self.day))
        day = self.read(selector(self.tables, name))
        return None if day is None else parameter.on(day)
