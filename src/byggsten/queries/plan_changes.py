"""What differs between two versions of a plan: what was added, removed and changed, part by part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.dates import Period
    from byggsten.domain.plan_draft import Choice, Draft, Extent, Goal, Promise
    from byggsten.queries.plan_versions import Version

    Told = Period | Extent | str | Goal | Choice | Promise


class Part(StrEnum):
    """The parts of a plan, in the order they are read."""

    DAYS = "days"
    EXTENT = "extent"
    EVIDENCE = "evidence"
    GOAL = "goal"
    ACTIVITY = "activity"
    PROMISE = "promise"


class How(StrEnum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that differs; ``before`` None: it was not there, ``after`` None: it is no longer there.

    What is told is a Period, an Extent, the evidence's words, a Goal, a Choice or a Promise.
    """

    part: Part
    before: Told | None
    after: Told | None

    @property
    def how(self) -> How:
        if self.before is None:
            return How.ADDED
        return How.REMOVED if self.after is None else How.CHANGED


# The part, what names it there, and its number among those of the same name.
Key = tuple[Part, str, int]


def changes(before: Version, after: Version) -> tuple[Change, ...]:
    """All that differs, in the order it is read; nothing between a version and itself."""
    old, new = (_told(one.draft, _numbers(one.extent)) for one in (before, after))
    return tuple(Change(key[0], old.get(key), new.get(key)) for key in _differing(old, new))


def _differing(old: Mapping[Key, Told], new: Mapping[Key, Told]) -> list[Key]:
    """The same keys in the same order whichever way one looks."""
    order = list(Part)
    keys = sorted(old.keys() | new.keys(), key=lambda key: (order.index(key[0]), *key[1:]))
    return [key for key in keys if old.get(key) != new.get(key)]


def _told(draft: Draft, extent: Extent | None = None) -> dict[Key, Told]:
    """Everything that is said, in order, by what names it: the second of a name is another thing."""
    found: dict[Key, Told] = {}
    seen: Counter[tuple[Part, str]] = Counter()
    for part, name, value in said(draft, extent):
        found[part, name, seen[part, name]] = value
        seen[part, name] += 1
    return found


def said(draft: Draft, extent: Extent | None = None) -> list[tuple[Part, str, Told]]:
    """Everything that a draft says, as it is written: the part, what names it there, and what it says."""
    every: list[tuple[Part, str, Told | None]] = [
        (Part.DAYS, "", draft.period),
        (Part.EXTENT, "", extent),
        (Part.EVIDENCE, "", draft.evidence or None),
        *((Part.GOAL, goal.kind.value, goal) for goal in draft.goals),
        *((Part.ACTIVITY, choice.group, choice) for choice in draft.choices),
        *((Part.PROMISE, f"{one.party}: {one.words}", one) for one in draft.promises),
    ]
    return [(part, name, value) for part, name, value in every if value is not None]


def _numbers(extent: Extent | None) -> Extent | None:
    """What a reader compares: not the evidence, which is told apart, nor the version of the rules."""
    return None if extent is None else replace(extent, reachable=0, evidence="", rules_version="")
