"""What the municipality has been told about a resident, each fact with its origin, and with holes."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.circumstances import tell_leave, tell_pupil, tell_support
from byggsten.simulate.permits import ESTABLISHED
from byggsten.simulate.residents import DAYS_A_YEAR, Leaving, Route, Story
from byggsten.simulate.terms import at
from byggsten.simulate.told import AGENCY, DOCTOR, EMPLOYMENT, OWN, REGISTER, SCHOOL, TALK, Told

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.people import Fact
    from byggsten.simulate.milestones import Milestones
    from byggsten.simulate.residents import Resident

ORIENTATION_A_WEEK, HUNDRED_HOURS = 165, 6000
LEAVES_UPPER_SECONDARY = 19


def facts(resident: Resident, steps: Milestones, seed: int, until: date) -> tuple[Fact, ...]:
    """Everything told about the resident up to the end."""
    lot, told = Random(f"{seed}/facts/{resident.reference}"), Told(until)
    _register(resident, steps, told, lot)
    if not resident.grown:
        tell_pupil(resident, told, lot)
    elif resident.ground in ESTABLISHED:
        _route(resident, told, lot)
        _mapping(resident, steps, told, lot)
        _steps(steps, told)
        tell_support(resident, told, lot)
        tell_leave(resident, told, seed)
    elif resident.ground != "unlawful":
        told.tell("self_supporting", resident.ground in ("work", "eea"), resident.arrived, TALK, lag=3)
    return tuple(sorted(told.facts.values(), key=lambda f: (f.recorded_at or at(until), f.code)))


def _register(resident: Resident, steps: Milestones, told: Told, lot: Random) -> None:
    if steps.registered is None:
        told.tell("first_registered", None, resident.arrived, REGISTER)
        return
    # Those who found a home themselves may have lived in another municipality first.
    elsewhere = resident.route is Route.OWN_HOUSING and lot.random() < 0.4
    first = steps.registered - timedelta(days=lot.randrange(60, 400)) if elsewhere else steps.registered
    told.tell("first_registered", first, first, REGISTER, lag=max(0, (resident.arrived - first).days) + 2)
    if resident.story is not Story.UNKNOWN:
        told.tell("registered_here_from", steps.registered, steps.registered, REGISTER, lag=2)
    if resident.leaving is Leaving.MOVED and resident.leaves:
        told.tell("registered_here_until", resident.leaves, resident.leaves, REGISTER, lag=1)


def _route(resident: Resident, told: Told, lot: Random) -> None:
    day = resident.arrived
    told.tell("received", day, day, AGENCY)
    told.tell("assigned", resident.route in (Route.ASSIGNED, Route.QUOTA), day, AGENCY)
    told.tell("unaccompanied", resident.route is Route.UNACCOMPANIED, day, AGENCY)
    told.tell("own_housing", resident.route in (Route.OWN_HOUSING, Route.FAMILY), day, OWN)
    told.tell("asylum_housing_at_registration", False, day, AGENCY)
    told.tell("lives_in_asylum_housing", resident.ground == "asylum_seeker", day, AGENCY)
    if resident.route is Route.FAMILY and resident.anchor:
        told.tell("anchor_received", resident.anchor, day, AGENCY)
        if lot.random() < 0.9:
            told.tell("family_applied", resident.anchor + timedelta(days=lot.randrange(60, 500)), day, AGENCY)
        told.tell("anchor_citizen", lot.random() < 0.05, day, AGENCY)
    if resident.route is Route.UNACCOMPANIED:
        grown = resident.born + timedelta(days=int(LEAVES_UPPER_SECONDARY * DAYS_A_YEAR))
        told.tell("in_upper_secondary", True, day, "Gymnasieskolan", last=max(day, grown))


def _mapping(resident: Resident, steps: Milestones, told: Told, lot: Random) -> None:
    """What the first talks gave: background, need of sfi, and that the person does not live on own work."""
    day = steps.mapped
    told.tell("self_supporting", False, steps.contact, TALK)
    if resident.leaving is Leaving.WORK:
        told.tell("self_supporting", True, resident.leaves, TALK, lag=3)
        told.tell("full_time_occupied", True, resident.leaves, TALK, lag=3)
    if resident.story is not Story.UNKNOWN:
        told.tell("schooling_years", resident.schooling, day, TALK)
        told.tell("needs_sfi", True, day, TALK)
    told.tell("higher_education", resident.schooling >= 14, day, TALK)
    if lot.random() < 0.93:
        told.tell("work_experience", lot.random() < (0.4 if resident.sex == "woman" else 0.75), day, TALK)
    if resident.capacity < 100:
        told.tell("capacity_percent", resident.capacity, day, DOCTOR, lag=2)


def _steps(steps: Milestones, told: Told) -> None:
    asked = steps.contact
    told.event("first_contact", steps.contact, OWN)
    told.event("mapped", steps.mapped, OWN)
    told.tell("sfi_right_from", steps.registered, steps.registered, REGISTER, lag=2)
    told.event("sfi_applied", steps.sfi_applied, SCHOOL, asked)
    told.event("sfi_admitted", steps.sfi_admitted, SCHOOL, asked)
    told.event("sfi_started", steps.sfi_started, SCHOOL, asked)
    told.event("orientation_offered", steps.orientation_offered, OWN)
    told.event("orientation_started", steps.orientation_started, OWN)
    told.event("programme_decided", steps.programme_decided, EMPLOYMENT, asked)
    if steps.programme_decided:
        told.tell("registered_job_seeker", True, steps.programme_decided, EMPLOYMENT)
    told.event("programme_left", steps.programme_left, EMPLOYMENT, steps.programme_decided)
    for day in steps.reviewed:
        told.event("reviewed", day, OWN)
    if steps.orientation_started:
        for weeks in range(6, 43, 6):
            done = min(HUNDRED_HOURS, weeks * ORIENTATION_A_WEEK)
            told.tell("orientation_minutes", done, steps.orientation_started + timedelta(weeks=weeks), OWN)
