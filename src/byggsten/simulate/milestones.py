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
# Some begin sfi months later than they should.
LATE_SFI = 0.06
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
    registered = _registered(resident, lot)
    waits = (8, 60) if resident.route is Route.OWN_HOUSING else (1, 14)
    contact = None if story is Story.UNSEEN else _after(resident.arrived, lot, *waits)
    mapped = _after(contact, lot, 7, 35)
    planned = None if story is Story.MAPPED_WITHOUT_PLAN else _after(mapped, lot, 7, 28)
    applied = _after(contact, lot, 0, 25)
    admitted = None if story is Story.WITHOUT_SFI else _after(applied, lot, 5, 25)
    late = 90 if lot.random() < LATE_SFI else 0
    started = _after(admitted, lot, 3 + late, 20 + late)
    courses, ended = _courses(resident, lot, started)
    offered = _after(mapped, lot, *((200, 320) if story is Story.ORIENTATION_LATE else (5, 60)))
    decided = _after(registered, lot, 15, 60)
    return Milestones(
        registered=registered,
        contact=contact,
        mapped=mapped,
        planned=planned,
        sfi_applied=applied,
        sfi_admitted=admitted,
        sfi_started=started,
        courses=courses,
        sfi_ended=ended,
        orientation_offered=offered,
        orientation_started=_after(offered, lot, 5, 40),
        programme_decided=decided,
        programme_left=_left(resident, decided),
        reviewed=_reviews(resident, lot, planned, until),
    )


def _after(day: date | None, lot: Random, least: int, most: int) -> date | None:
    drawn = lot.randint(least, most)
    return None if day is None else day + timedelta(days=drawn)


def _left(resident: Resident, decided: date | None) -> date | None:
    """The programme lasts two years at most, and ends when the person works or moves."""
    if decided is None:
        return None
    return min(day for day in (decided + timedelta(days=730), resident.leaves) if day is not None)


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
