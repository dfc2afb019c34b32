"""Which residents the demonstration tells something special about, so that every list shows something."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.permits import ESTABLISHED
from byggsten.simulate.residents import Resident, Route, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FULL_SIZE = 1200


def _arrived(resident: Resident, until: date, least: int, most: int) -> bool:
    return least <= (until - resident.arrived).days <= most


# How many of each in a full-size municipality, and who can have the story.
STORIES: Mapping[Story, tuple[int, Callable[[Resident, date], bool]]] = {
    Story.NEW: (8, lambda r, on: _arrived(r, on, 0, 45)),
    Story.UNSEEN: (5, lambda r, on: r.route is Route.OWN_HOUSING and _arrived(r, on, 20, 130)),
    Story.MAPPED_WITHOUT_PLAN: (5, lambda r, on: _arrived(r, on, 70, 260)),
    Story.WITHOUT_SFI: (6, lambda r, on: _arrived(r, on, 110, 420)),
    Story.ORIENTATION_LATE: (8, lambda r, on: _arrived(r, on, 250, 420)),
    Story.FOLLOW_UP: (14, lambda r, on: _arrived(r, on, 470, 1000)),
    Story.LASTING: (9, lambda r, on: _arrived(r, on, 200, 1400)),
    Story.THREE_DAYS: (8, lambda r, on: _arrived(r, on, 150, 1400)),
    Story.FALLING: (8, lambda r, on: _arrived(r, on, 300, 1400)),
    Story.NO_CERTIFICATE: (5, lambda r, on: _arrived(r, on, 150, 1400)),
    Story.OVER_REPORTED: (14, lambda r, on: _arrived(r, on, 200, 1400)),
    Story.FERRY: (
        8,
        lambda r, on: r.home in ("graddo", "furusund", "blido", "arholma") and _arrived(r, on, 150, 1600),
    ),
    Story.ON_PARENTAL_LEAVE: (
        8,
        lambda r, on: r.sex == "woman" and r.children_under(2, on) > 0 and _arrived(r, on, 90, 1600),
    ),
    Story.ON_SICK_LEAVE: (6, lambda r, on: _arrived(r, on, 150, 1600)),
    Story.PLAN_RAN_OUT: (8, lambda r, on: _arrived(r, on, 300, 1600)),
    Story.UNCONFIRMED: (6, lambda r, on: _arrived(r, on, 100, 1600)),
    Story.UNKNOWN: (10, lambda r, on: _arrived(r, on, 30, 900)),
    Story.STEADY: (12, lambda r, on: _arrived(r, on, 200, 1200)),
}


def give_stories(residents: list[Resident], seed: int, until: date) -> None:
    """Give each story to as many residents as the size of the municipality asks for, at least one."""
    lot = Random(f"{seed}/stories")
    free = [
        r
        for r in residents
        if r.grown and r.ground in ESTABLISHED and r.leaves is None and 20 <= r.age(until) < 65
    ]
    lot.shuffle(free)
    for story, (count, fits) in STORIES.items():
        wanted = max(1, round(count * len(residents) / FULL_SIZE))
        # Lasting absence comes first to parents: it is then that a person must think of the children.
        ordered = sorted(free, key=lambda r: not r.children_born) if story is Story.LASTING else free
        chosen = [resident for resident in ordered if fits(resident, until)][:wanted]
        for resident in chosen:
            resident.story = story
            if story is not Story.NEW:
                resident.capacity = 100
        taken = {id(resident) for resident in chosen}
        free = [resident for resident in free if id(resident) not in taken]
