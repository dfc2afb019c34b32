"""When each step on the way in happened: contact, mapping, plan, sfi, orientation, follow-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.residents import Leaving, Route, Story

if TYPE_CHECKING:
    from byggsten.simulate.residents import Resident

# Weeks that a course usually takes, by study path; an example from one municipality.
COURSE_WEEKS = {
    1: (("sfi-1a", 48), ("sfi-1b", 40), ("sfi-1c", 30), ("sfi-1d", 30)),
    2: (("sfi-2b", 48), ("sfi-2c", 30), ("sfi-2d", 30)),
    3: (("sfi-3c", 40), ("sfi-3d", 30)),
}
ORIENTATION_WEEKS = 36
# Temporary protection could lead to population registration from this day.
REGISTERED_FROM = date(2024, 11, 1)


@dataclass(frozen=True, slots=True)
class Milestones:
    """Days of the steps; None: it has not come, and a day after the end has not come yet either."""

    registered: date | None
    contact: date | None
    mapped: date | None
    planned: date | None
    sfi_applied: date | None
    sfi_admitted: date | None
    sfi_started: date | None
    courses: tuple[tuple[str, date], ...]
    sfi_ended: date | None
    orientation_offered: date | None
    orientation_started: date | None
    programme_decided: date | None
    programme_left: date | None
    reviewed: tuple[date, ...]


def milestones(resident: Resident, seed: int, until: date) -> Milestones:
    """The resident's way in, as the story has it."""
    lot, story = Random(f"{seed}/milestones/{resident.reference}"), resident.story

    def after(day: date | None, least: int, most: int, *, stops: bool = False) -> date | None:
        drawn = lot.randint(least, most)
        return None if day is None or stops else day + timedelta(days=drawn)

    registered = _registered(resident, lot)
    own = resident.route is Route.OWN_HOUSING
    contact = after(resident.arrived, 8 if own else 1, 60 if own else 14, stops=story is Story.UNSEEN)
    mapped = after(contact, 7, 35)
    planned = after(mapped, 7, 28, stops=story is Story.MAPPED_WITHOUT_PLAN)
    applied = after(contact, 0, 25)
    admitted = after(applied, 5, 25, stops=story is Story.WITHOUT_SFI)
    late = 90 if lot.random() < 0.06 else 0
    started = after(admitted, 3 + late, 20 + late)
    courses, ended = _courses(resident, lot, started)
    slow = story is Story.ORIENTATION_LATE
    offered = after(mapped, 200 if slow else 5, 320 if slow else 60)
    decided = after(registered, 15, 60)
    left = None if decided is None else min(filter(None, (decided + timedelta(days=730), resident.leaves)))
    return Milestones(
        registered,
        contact,
        mapped,
        planned,
        applied,
        admitted,
        started,
        courses,
        ended,
        offered,
        after(offered, 5, 40),
        decided,
        left,
        _reviews(resident, lot, planned, until),
    )


def _registered(resident: Resident, lot: Random) -> date | None:
    day = resident.arrived + timedelta(days=lot.randrange(3, 25))
    if resident.ground in ("asylum_seeker", "unlawful"):
        return None
    return max(day, REGISTERED_FROM) if resident.ground == "p21" else day


def study_path(schooling: int) -> int:
    """The study path that fits the years of schooling."""
    return 1 if schooling <= 6 else 2 if schooling <= 11 else 3


def _courses(
    resident: Resident, lot: Random, started: date | None
) -> tuple[tuple[tuple[str, date], ...], date | None]:
    """Each course with its first day, and the day the last one is done."""
    if started is None:
        return (), None
    pace = lot.lognormvariate(0.0, 0.3) * (1.0 if resident.capacity == 100 else 1.4)
    day, found = started, []
    for course, weeks in COURSE_WEEKS[study_path(resident.schooling)]:
        found.append((course, day))
        day += timedelta(weeks=max(8, round(weeks * pace * lot.uniform(0.8, 1.3))))
    return tuple(found), day


def _reviews(resident: Resident, lot: Random, planned: date | None, until: date) -> tuple[date, ...]:
    """The joint follow-ups that were held; most come in time, some not at all."""
    if planned is None or resident.leaving is Leaving.MOVED:
        return ()
    found = []
    due = planned + timedelta(days=365)
    while due <= until:
        held = due + timedelta(days=lot.randint(-25, 20))
        # The latest one is what the story is about.
        latest = due + timedelta(days=365) > until
        if held <= until and lot.random() < 0.85 and not (latest and resident.story is Story.FOLLOW_UP):
            found.append(held)
        due += timedelta(days=365)
    return tuple(found)
