"""A finding about a plan: how grave, in which words, on whose authority, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from byggsten.domain.dates import Period
    from byggsten.domain.planning import GoalKind
    from byggsten.domain.texts import Text


class Severity(StrEnum):
    """What a finding asks of the caseworker: it cannot stand, it needs a thought, or it is good to know."""

    STOP = "stop"
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the plan.  ``about`` names groups, plans, building blocks or parts of the form.

    ``confidence``: how sure the source is, by the rule book's code; "" where it has none of its own.
    """

    code: str
    severity: Severity
    text: Text
    source: str
    about: tuple[str, ...] = ()
    confidence: str = ""


class Goalish(Protocol):
    """A goal, as far as findings read it."""

    @property
    def kind(self) -> GoalKind: ...


class Choiceish(Protocol):
    """A chosen group, as far as findings read it."""

    @property
    def group(self) -> str: ...
    @property
    def first_day(self) -> date | None: ...
    @property
    def last_day(self) -> date | None: ...


class Draftish(Protocol):
    """A draft of a plan, as far as findings read it; domain/plan_draft.py has the real one, a storey up."""

    @property
    def period(self) -> Period | None: ...
    @property
    def goals(self) -> Sequence[Goalish]: ...
    @property
    def choices(self) -> Sequence[Choiceish]: ...
    @property
    def evidence(self) -> str: ...
