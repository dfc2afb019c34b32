"""Two have written at the same time: what each alone changed is kept, and what both changed is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.actions.plan_drafts import StaleDraft
from byggsten.queries.plan_changes import How
from byggsten.queries.plan_editor import desk
from byggsten.queries.plan_merging import Side, merging
from byggsten.queries.plan_versions import group_names
from byggsten.web.caseworker.planner.reading import opened_of
from byggsten.web.caseworker.planner.telling import in_a_line
from byggsten.web.caseworker.planner.words import HOWS, PARTS
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from byggsten.domain.plan_draft import Draft
    from byggsten.queries.plan_changes import Change
    from byggsten.queries.plan_merging import Merging
    from byggsten.web.desk import StaffRequest

PICK = "pick-"


@dataclass(frozen=True, slots=True)
class Difference:
    """What each wrote of one thing; "" where it is not there.  ``chosen`` "": one must choose."""

    name: str
    part: str
    theirs: str
    mine: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who saved what and when; ``ended``: the draft is gone, adopted or thrown away.

    ``unanswered``: the choices were sent, and one that must be made was not.
    """

    by: str
    at: datetime
    stamp: int
    ended: bool
    differences: tuple[Difference, ...] = ()
    only_theirs: tuple[str, ...] = ()
    only_mine: tuple[str, ...] = ()
    unanswered: bool = False


def conflict_of(stale: StaleDraft, sent: Mapping[str, str], mine: Draft) -> Conflict:
    """The conflict as it is shown; ``sent`` tells what was opened and what has been chosen."""
    if stale.theirs is None:
        return Conflict(stale.saved_by, stale.saved_at, stale.stamp, ended=True)
    opened, chosen = opened_of(sent), answers(sent)
    laid = merging(opened, stale.theirs, mine)
    names = group_names(stale.theirs.groups | mine.groups | opened.groups)
    differences = tuple(
        Difference(
            f"{PICK}{one.name}",
            str(PARTS[one.key[0]]),
            in_a_line(one.theirs, names, {}),
            in_a_line(one.mine, names, {}),
            chosen.get(one.name, one.offered or ""),
        )
        for one in laid.asked
    )
    return Conflict(
        stale.saved_by,
        stale.saved_at,
        stale.stamp,
        ended=False,
        differences=differences,
        only_theirs=_lines(laid.only_theirs, names),
        only_mine=_lines(laid.only_mine, names),
        unanswered=seen_stamp(sent) == stale.stamp and not answered(laid, chosen),
    )


def answers(sent: Mapping[str, str]) -> dict[str, Side]:
    """Whose text was chosen, by the name of what is asked."""
    picked = {name.removeprefix(PICK): value for name, value in sent.items() if name.startswith(PICK)}
    return {name: Side(value) for name, value in picked.items() if value in set(Side)}


def answered(laid: Merging, chosen: Mapping[str, Side]) -> bool:
    """Whether all that must be chosen is chosen."""
    return all(one.offered or one.name in chosen for one in laid.asked)


def seen_stamp(sent: Mapping[str, str]) -> int | None:
    """The stamp of the other's text that the choices were made beside."""
    return number(sent.get("seen", ""))


def merged(request: StaffRequest, reference: str, mine: Draft) -> tuple[Draft, int]:
    """The draft that both wrote, with what was chosen, and the stamp of the other's text that was seen."""
    now = desk(request.actor, reference)
    seen, chosen = seen_stamp(request.POST), answers(request.POST)
    laid = merging(opened_of(request.POST), now.draft, mine)
    if now.saved_at and (seen != now.stamp or not answered(laid, chosen)):
        raise StaleDraft(now.draft, now.saved_by, now.saved_at, now.stamp)
    return laid.draft(chosen), -1 if seen is None else seen


def _lines(changed: Iterable[Change], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        f"{HOWS[one.how][2]}: {in_a_line(one.before if one.how is How.REMOVED else one.after, names, {})}"
        for one in changed
    )
