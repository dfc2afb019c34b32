"""A plan being written: goals, chosen groups, promises and the extent; everything may still be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.dates import Period
    from byggsten.domain.planning import GoalKind, Party


@dataclass(frozen=True, slots=True)
class Goal:
    """What the plan is to lead to."""

    kind: GoalKind
    words: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What one party is to do."""

    party: Party
    words: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A group chosen for the plan, and why in words."""

    group: str
    first_day: date | None = None
    last_day: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft as it stands; ``evidence`` is what an adapted extent rests on."""

    period: Period | None = None
    goals: tuple[Goal, ...] = ()
    choices: tuple[Choice, ...] = ()
    promises: tuple[Promise, ...] = ()
    evidence: str = ""
