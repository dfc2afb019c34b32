"""What a rulebook consists of, as frozen values: sources, facts, dated parameters, derived values, rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.expressions import Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.kinds import Confidence, Kind, Party, Words

FactValue = date | int | bool | str | None


@dataclass(frozen=True, slots=True)
class Code:
    """One value a coded fact or a rule's outcome may have.  ``code`` is the English word that is stored."""

    name: str
    code: str
    label: Words


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know about a person.  ``always``: it may never be missing."""

    name: str
    code: str
    type: Type
    label: Words
    unit: str
    codes: tuple[Code, ...]
    always: bool
    index: int


@dataclass(frozen=True, slots=True)
class Derived:
    """A value computed from others: an age, a deadline."""

    name: str
    label: Words
    type: Type
    unit: str
    expression: Expr
    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.  ``number`` counts from 0; ``since`` and ``until`` are its first and last day."""

    id: str
    number: int
    condition: Expr | None
    condition_text: str
    code: int
    outcome: str
    formula: Expr | None
    text: Words
    source: str
    confidence: Confidence
    since: date | None
    until: date | None
    known: date | None
    file: str

    def holds_on(self, day: date, known_at: date | None = None) -> bool:
        """Whether the row is in force that day, as far as was known on the other."""
        if self.known is not None and known_at is not None and known_at < self.known:
            return False
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Rule:
    """A table: the first row whose condition holds decides.  ``unit`` is set when the outcome is a number."""

    name: str
    label: Words
    kind: Kind
    party: Party | None
    source: str
    confidence: Confidence
    outcomes: tuple[Code, ...]
    unit: str
    open: bool
    rows: tuple[Row, ...]
    file: str
    codes: Mapping[str, int] = field(repr=False)

    @property
    def type(self) -> Type:
        """A code when the outcomes are listed, otherwise a number."""
        return Type.CODE if self.outcomes else Type.NUMBER

    def row(self, row_id: str) -> Row:
        """The row with that id; KeyError when there is none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Everything in one book, checked and in an order in which each name comes after what it reads.

    ``known_at``: the book as it was known that day, or None for all that is known now.
    """

    name: str
    version: str
    sources: Mapping[str, Words]
    facts: Mapping[str, Fact]
    parameters: Mapping[str, Parameter]
    derived: Mapping[str, Derived]
    rules: Mapping[str, Rule]
    order: tuple[str, ...]
    known_at: date | None = None
