"""Two have written at the same time: both texts side by side, and a choice for each difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.plan_draft import Draft
from byggsten.queries.plan_changes import draft_changes
from byggsten.queries.plan_versions import group_names
from byggsten.web.caseworker.planner.telling import in_a_line
from byggsten.web.caseworker.planner.words import PARTS
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from byggsten.actions.plan_drafts import StaleDraft

THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """What each wrote of one thing; "" where it is not there."""

    name: str
    part: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who saved what and when; ``ended``: the draft is gone, adopted or thrown away."""

    by: str
    at: datetime
    stamp: int
    ended: bool
    differences: tuple[Difference, ...]


def conflict_of(stale: StaleDraft, mine: Draft) -> Conflict:
    """The conflict as it is shown."""
    theirs = stale.theirs or Draft()
    names = group_names(theirs.groups | mine.groups)
    differences = tuple(
        Difference(
            f"pick-{number}",
            str(PARTS[change.part]),
            in_a_line(change.before, names, {}),
            in_a_line(change.after, names, {}),
        )
        for number, change in enumerate(draft_changes(theirs, mine))
    )
    ended = stale.theirs is None
    return Conflict(stale.saved_by, stale.saved_at, stale.stamp, ended, () if ended else differences)


def taken(sent: Mapping[str, str]) -> frozenset[int]:
    """The numbers of the differences in which the other's text was chosen."""
    picked = (
        number(name.removeprefix("pick-"))
        for name, value in sent.items()
        if value == THEIRS and name.startswith("pick-")
    )
    return frozenset(one for one in picked if one is not None)
