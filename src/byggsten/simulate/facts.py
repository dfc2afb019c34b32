"""What the municipality has been told about a resident: permits and dated facts, each with its origin."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.people import Fact, Permit
from byggsten.simulate.residents import DAYS_A_MONTH, Leaving, Route, Story
from byggsten.simulate.terms import at

if TYPE_CHECKING:
    from byggsten.simulate.milestones import Milestones
    from byggsten.simulate.residents import Resident

Value = date | int | bool | str | None

REGISTER, AGENCY, TALK = "Folkbokföringen", "Migrationsverket", "Samtal med handläggare"
SCHOOL, EMPLOYMENT, DOCTOR, OWN = (
    "Vuxenutbildningen",
    "Arbetsförmedlingen",
    "Läkarintyg",
    "Integrationsenheten",
)
# Grounds of the Act on establishment measures.
ESTABLISHED = frozenset({"p5_1", "p5_2", "p5_4", "p5_6", "p12_18", "p21", "p22", "family"})
ORIENTATION_A_WEEK, HUNDRED_HOURS = 165, 6000


class _Told:
    """Collects facts in the order they were told, none after the end and one of a code a day."""

    def __init__(self, until: date) -> None:
        self.until = until
        self.facts: dict[tuple[str, date], Fact] = {}

    def tell(
        self,
        code: str,
        value: Value,
        since: date | None,
        origin: str,
        *,
        lag: int = 0,
        last: date | None = None,
    ) -> None:
        """A fact that holds from a day on, told ``lag`` days after it."""
        if since is None or since + timedelta(days=lag) > self.until:
            return
        when = at(since + timedelta(days=lag), 9, len(self.facts) % 60)
        self.facts[code, since] = Fact(code, value, Period(since, last), origin, when)

    def event(self, code: str, day: date | None, origin: str, asked: date | None = None) -> None:
        """A day when something happened; before it, when asked, one knew that it had not."""
        if asked is not None and (day is None or asked < day):
            self.tell(code, None, asked, origin)
        self.tell(code, day, day, origin, lag=1)


def permits(resident: Resident, seed: int, until: date) -> tuple[Permit, ...]:
    """The resident's permits, the first told on arrival."""
    lot = Random(f"{seed}/permits/{resident.reference}")
    told = at(min(resident.arrived, until), 8)
    if resident.ground == "unlawful":
        return (Permit("unlawful", Period(resident.permit_day), origin=TALK, recorded_at=told),)
    if resident.ground in ("p5_2", "eea"):
        return (Permit(resident.ground, Period(resident.permit_day), origin=AGENCY, recorded_at=told),)
    years = {"p21": 365, "p5_1": 3 * 365, "asylum_seeker": 3650}.get(resident.ground, 2 * 365)
    found, first = [], resident.permit_day
    while True:
        last = first + timedelta(days=years - 1)
        soon = until - timedelta(days=60) < last <= until + timedelta(days=120)
        applied = lot.random() < 0.7 if soon else None
        recorded = max(told, at(first)) if first <= until else told
        found.append(Permit(resident.ground, Period(first, last), applied, AGENCY, recorded))
        if last >= until - timedelta(days=40):
            return tuple(found)
        first, years = last + timedelta(days=1), 730


def facts(resident: Resident, steps: Milestones, seed: int, until: date) -> tuple[Fact, ...]:
    """Everything told about the resident up to the end, deliberately with holes."""
    lot, told = Random(f"{seed}/facts/{resident.reference}"), _Told(until)
    _register(resident, steps, told, lot)
    if not resident.grown:
        _pupil(resident, told, lot)
    elif resident.ground in ESTABLISHED:
        _route(resident, told, lot)
        _mapping(resident, steps, told, lot)
        _steps(steps, told)
        _support(resident, told, lot)
        _leave_of_absence(resident, told, lot)
    elif resident.ground != "unlawful":
        told.tell("self_supporting", resident.ground in ("work", "eea"), resident.arrived, TALK, lag=3)
    return tuple(sorted(told.facts.values(), key=lambda f: (f.recorded_at or at(until), f.code)))


def _register(resident: Resident, steps: Milestones, told: _Told, lot: Random) -> None:
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


def _route(resident: Resident, told: _Told, lot: Random) -> None:
    day = resident.arrived
    told.tell("received", day, day, AGENCY)
    told.tell("assigned", resident.route in (Route.ASSIGNED, Route.QUOTA), day, AGENCY)
    told.tell("unaccompanied", resident.route is Route.UNACCOMPANIED, day, AGENCY)
    told.tell("own_housing", resident.route in (Route.OWN_HOUSING, Route.FAMILY), day, OWN)
    told.tell("asylum_housing_at_registration", False, day, AGENCY)
    if resident.route is Route.FAMILY and resident.anchor:
        told.tell("anchor_received", resident.anchor, day, AGENCY)
        if lot.random() < 0.9:
            told.tell("family_applied", resident.anchor + timedelta(days=lot.randrange(60, 500)), day, AGENCY)
        told.tell("anchor_citizen", lot.random() < 0.05, day, AGENCY)
    if resident.route is Route.UNACCOMPANIED:
        eighteen = resident.born + timedelta(days=int(19 * 365.25))
        told.tell("in_upper_secondary", True, day, "Gymnasieskolan", last=max(day, eighteen))


def _mapping(resident: Resident, steps: Milestones, told: _Told, lot: Random) -> None:
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


def _steps(steps: Milestones, told: _Told) -> None:
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
    told.event("programme_left", steps.programme_left, EMPLOYMENT, steps.programme_decided)
    for day in steps.reviewed:
        told.event("reviewed", day, OWN)
    if steps.orientation_started:
        for weeks in range(6, 43, 6):
            done = min(HUNDRED_HOURS, weeks * ORIENTATION_A_WEEK)
            told.tell("orientation_minutes", done, steps.orientation_started + timedelta(weeks=weeks), OWN)


def _support(resident: Resident, told: _Told, lot: Random) -> None:
    """Months in a row with social assistance, told a few times a year; some never ask for it."""
    supported = lot.random() < 0.72
    day = resident.arrived + timedelta(days=lot.randrange(70, 110))
    while supported and (resident.leaves is None or day < resident.leaves):
        if day > told.until:
            return
        months = int((day - resident.arrived).days / DAYS_A_MONTH) - 1
        told.tell("support_months", months, day, "Ekonomiskt bistånd")
        day += timedelta(days=120)
    told.tell("support_months", 0, resident.leaves if supported else day, "Ekonomiskt bistånd", lag=5)


def _leave_of_absence(resident: Resident, told: _Told, lot: Random) -> None:
    if resident.story is Story.ON_SICK_LEAVE:
        day = told.until - timedelta(days=lot.randrange(20, 60))
        told.tell("full_sick_leave", True, day, DOCTOR, lag=2, last=told.until + timedelta(days=45))
    if resident.story is Story.ON_PARENTAL_LEAVE and resident.children_born:
        day = max(resident.arrived, resident.children_born[-1])
        told.tell("parental_leave", True, day, "Försäkringskassan", lag=10, last=day + timedelta(days=800))


def _pupil(resident: Resident, told: _Told, lot: Random) -> None:
    abroad = resident.born < resident.arrived
    told.tell("lived_abroad", abroad, resident.arrived, REGISTER)
    if abroad and 7 <= resident.age(resident.arrived) <= 17:
        start = resident.arrived + timedelta(days=lot.randrange(10, 35))
        told.tell("school_start", start, start, "Skolan", lag=2)
        told.tell("school_start_late", True, start, "Skolan", lag=2)
        told.event("pupil_assessed", start + timedelta(days=lot.randrange(20, 90)), "Skolan")
        if lot.random() < 0.6:
            told.event("preparatory_class_from", start + timedelta(days=lot.randrange(5, 30)), "Skolan")
