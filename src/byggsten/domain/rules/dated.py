"""Numbers of the law or the council, each valid from a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.rules.expressions import Role, Type
    from byggsten.domain.rules.kinds import Confidence, Words


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter's value from and including a day.  ``known``: the day it became known, if told."""

    since: date
    number: int
    source: str
    confidence: Confidence
    note: str
    known: date | None
    file: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated number of the law or the council.  ``selector``: the day that picks the value, mostly today."""

    name: str
    label: Words
    unit: str
    type: Type
    selector: str
    selector_role: Role
    open: bool
    values: tuple[Value, ...]
    file: str

    def on(self, day: int) -> Value | None:
        """The value that holds on a day number, or None before the first."""
        found = None
        for value in self.values:
            if value.since.toordinal() > day:
                break
            found = value
        return found
