"""What differs between two versions of a plan: what was added, removed and changed, part by part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.plan_draft import Choice, Goal, Promise
    from byggsten.queries.plan_versions import Version


class Part(StrEnum):
    """The parts of a plan, in the order they are read."""

    DAYS = "days"
    EXTENT = "extent"
    GOAL = "goal"
    ACTIVITY = "activity"
    PROMISE = "promise"


class How(StrEnum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Days:
    """From and to which day; None: as the plan itself."""

    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Hours:
    """What a whole week asks for and has, and why so much."""

    required: int | None
    chosen: int
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a group, on its own days where they are not the plan's, and why it was chosen."""

    group: str
    days: Days
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that differs; ``before`` None: it was not there, ``after`` None: it is no longer there."""

    part: Part
    before: Days | Hours | Goal | Place | Promise | None
    after: Days | Hours | Goal | Place | Promise | None

    @property
    def how(self) -> How:
        if self.before is None:
            return How.ADDED
        return How.REMOVED if self.after is None else How.CHANGED


Key = tuple[Part, str, int]


def changes(before: Version, after: Version) -> tuple[Change, ...]:
    """All that differs, in the order it is read; nothing between a version and itself."""
    old, new = _told(before), _told(after)
    # Sorted by part and key, so that the same differences come in the same order whichever way one looks.
    return tuple(
        Change(key[0], old.get(key), new.get(key))
        for key in sorted(old.keys() | new.keys(), key=_reading_order)
        if old.get(key) != new.get(key)
    )


def _reading_order(key: Key) -> tuple[int, str, int]:
    return (list(Part).index(key[0]), key[1], key[2])


def _told(version: Version) -> dict[Key, Days | Hours | Goal | Place | Promise]:
    """Everything that the version says, by what names it: the second of a kind is another thing."""
    draft, extent = version.draft, version.extent
    found: dict[Key, Days | Hours | Goal | Place | Promise] = {}
    seen: Counter[tuple[Part, str]] = Counter()

    def add(part: Part, name: str, value: Days | Hours | Goal | Place | Promise) -> None:
        found[part, name, seen[part, name]] = value
        seen[part, name] += 1

    if draft.period:
        add(Part.DAYS, "", Days(draft.period.first_day, draft.period.last_day))
    if extent:
        add(Part.EXTENT, "", Hours(extent.required, extent.chosen, extent.reason, extent.evidence))
    for goal in draft.goals:
        add(Part.GOAL, goal.kind, goal)
    for choice in draft.choices:
        add(Part.ACTIVITY, choice.group, _place(choice))
    for promise in draft.promises:
        add(Part.PROMISE, f"{promise.party}: {promise.words}", promise)
    return found


def _place(choice: Choice) -> Place:
    return Place(choice.group, Days(choice.first_day, choice.last_day), choice.why)
