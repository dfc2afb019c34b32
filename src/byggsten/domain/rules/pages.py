"""What a page of the rulebook shows, as frozen values in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.rules.expressions import Type
    from byggsten.domain.rules.kinds import Confidence, Kind, Party, Words


@dataclass(frozen=True, slots=True)
class ValuePage:
    """One dated value of a parameter, with its unit.  ``local``: decided by the municipality."""

    value: Words
    since: date
    known: date | None
    source: Words
    confidence: Confidence
    note: str
    file: str
    local: bool


@dataclass(frozen=True, slots=True)
class ParameterPage:
    """A parameter.  ``selected_by``: the day that picks the value if not today; ``read_by``: rules."""

    name: str
    label: Words
    unit: Words
    open: bool
    selected_by: Words | None
    values: tuple[ValuePage, ...]
    read_by: tuple[str, ...]
    file: str

    @property
    def unset(self) -> bool:
        """An open norm that nobody has decided; rules that need it give okänt."""
        return not self.values


@dataclass(frozen=True, slots=True)
class RowPage:
    """A row.  ``condition`` is a sentence, ``condition_text`` that of the file; ``text`` has labels in []."""

    id: str
    number: int
    condition: Words
    condition_text: str
    outcome: Words
    outcome_name: str
    text: Words
    source: Words
    confidence: Confidence
    since: date | None
    until: date | None
    known: date | None
    file: str
    local: bool


@dataclass(frozen=True, slots=True)
class RulePage:
    """A table.  ``outcomes``: name and label of each; ``unit`` when the outcome is a number."""

    name: str
    label: Words
    kind: Kind
    party: Party | None
    source: Words | None
    confidence: Confidence
    outcomes: tuple[tuple[str, Words], ...]
    unit: Words
    open: bool
    rows: tuple[RowPage, ...]
    file: str


@dataclass(frozen=True, slots=True)
class FactPage:
    """A fact that may be asked for.  ``codes``: Swedish name, English code, label."""

    name: str
    code: str
    label: Words
    type: Type
    unit: str
    codes: tuple[tuple[str, str, Words], ...]
    always: bool


@dataclass(frozen=True, slots=True)
class RulebookPage:
    """A book.  ``derived``: name, label, and how it is computed in words."""

    name: str
    version: str
    known_at: date | None
    rules: tuple[RulePage, ...]
    parameters: tuple[ParameterPage, ...]
    open_norms: tuple[ParameterPage, ...]
    facts: tuple[FactPage, ...]
    derived: tuple[tuple[str, Words, Words], ...]
    sources: Mapping[str, Words]
