"""What a rulebook answered: outcomes and deciding rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.needs import UNKNOWN_CODE, UNKNOWN_NUMBER

if TYPE_CHECKING:
    from byggsten.domain.rules.program import Program


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
