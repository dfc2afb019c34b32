"""A plan being written: goals, chosen groups, promises and the extent; everything may still be missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.dates import Period
    from byggsten.domain.planning import GoalKind, Party

# Twelve months at most, in a leap year too.
LONGEST_DAYS = 366


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
    """A group chosen for the plan, and why in words; without days it lasts as long as the plan."""

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

    @property
    def groups(self) -> frozenset[str]:
        """The groups that are chosen."""
        return frozenset(choice.group for choice in self.choices)

    def with_choice(self, choice: Choice) -> Draft:
        """The draft with one more group; one that is there already stays as it is."""
        return self if choice.group in self.groups else replace(self, choices=(*self.choices, choice))

    def without(self, group: str) -> Draft:
        """The draft without the group."""
        return replace(self, choices=tuple(one for one in self.choices if one.group != group))

    def tidy(self) -> Draft:
        """The same draft written in one way: no empty promises, spaces around words or needless days."""
        first, last = (self.period.first_day, self.period.last_day) if self.period else (None, None)
        return Draft(
            self.period,
            tuple(replace(goal, words=goal.words.strip()) for goal in self.goals),
            tuple(
                replace(
                    choice,
                    first_day=None if choice.first_day == first else choice.first_day,
                    last_day=None if choice.last_day == last else choice.last_day,
                    why=choice.why.strip(),
                )
                for choice in self.choices
            ),
            tuple(
                replace(promise, words=promise.words.strip())
                for promise in self.promises
                if promise.words.strip()
            ),
            self.evidence.strip(),
        )


@dataclass(frozen=True, slots=True)
class Extent:
    """How many minutes a whole week a plan asks for and why so many; ``reason`` is an outcome of a rule."""

    required: int | None
    reachable: int
    chosen: int
    reason: str
    evidence: str = ""
    rules_version: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a version of a plan says besides its activities; ``why`` each was chosen, by group."""

    goals: tuple[Goal, ...] = ()
    promises: tuple[Promise, ...] = ()
    extent: Extent | None = None
    why: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def wrong_days(draft: Draft, today: date) -> tuple[Text, ...]:
    """What stops the draft from becoming a plan as to its days: it looks ahead, and a year at most."""
    if draft.period is None:
        return ()
    found = []
    first, last = draft.period.first_day, draft.period.last_day
    if first < today:
        found.append(
            Text(N_("Planen börjar %(day)s, som redan har varit. Välj i dag eller senare."), {"day": first})
        )
    if last is None or last > longest(first):
        told = {"day": longest(first)}
        found.append(Text(N_("Planen får gälla högst tolv månader. Välj en sista dag senast %(day)s."), told))
    return tuple(found)


def longest(first_day: date) -> date:
    """The last day of a plan of twelve months that begins on the day."""
    return first_day + timedelta(days=LONGEST_DAYS - 1)
