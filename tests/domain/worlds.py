"""Small made-up cases for the tests of the domain: drawn at random, or built by hand."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from byggsten.domain.attendance import Account, Witness
from byggsten.domain.case import Case
from byggsten.domain.dates import Minutes, Period, Week
from byggsten.domain.people import Fact, Permit, Person, Sex
from byggsten.domain.planning import (
    Activity,
    ActivityKind,
    BuildingBlock,
    Canceller,
    Effect,
    Plan,
    PlanItem,
    Session,
)

WEEK = Week(2026, 47)
AFTERWARDS = date(2026, 11, 24)
TOLD = datetime(2026, 11, 21, 12, tzinfo=UTC)
SFI = Activity(
    "sfi-c", "Sfi kurs C", ActivityKind.SFI, "Vuxenutbildningen",
    (Effect(BuildingBlock.LANGUAGE, True, "Undervisning i svenska"),),
)  # fmt: skip
OWN = Activity(
    "egna", "Egna studier", ActivityKind.OWN, "Stadsbiblioteket",
    (Effect(BuildingBlock.LANGUAGE, True, "Läxor och lyssning"),), self_reported=True,
)  # fmt: skip
AMINA = Person("amina", "Amina", "Exempel", date(1991, 5, 5), Sex.WOMAN)
FACTS = {
    "first_registered": date(2026, 2, 10),
    "registered_here_from": date(2026, 2, 10),
    "received": date(2026, 2, 9),
    "first_contact": date(2026, 2, 12),
    "mapped": date(2026, 2, 20),
    "assigned": True,
    "unaccompanied": False,
    "self_supporting": False,
    "own_housing": False,
    "needs_sfi": True,
    "sfi_right_from": date(2026, 2, 10),
    "sfi_applied": date(2026, 2, 16),
    "sfi_admitted": date(2026, 3, 2),
    "sfi_started": date(2026, 3, 2),
    "orientation_offered": date(2026, 3, 1),
}


def session(day_number=0, minutes=180, **changed):
    """A session of sfi in the week, announced a week ahead."""
    day = WEEK.monday + timedelta(days=day_number)
    values = {
        "reference": f"sfi-{day}", "group": "sfi-c-1", "activity": "sfi-c", "day": day, "start": time(9),
        "minutes": Minutes(minutes), "announced_on": day - timedelta(days=7),
    }  # fmt: skip
    return Session(**values | changed)


def account(about, witness=Witness.TEACHER, attended=0, absent=0, **changed):
    """What a witness said about a session."""
    values = {
        "source": witness.value, "message": f"{witness}-{about.reference}", "session": about.reference,
        "person": "amina", "witness": witness, "attended": Minutes(attended), "absent": Minutes(absent),
        "recorded_at": TOLD,
    }  # fmt: skip
    return Account(**values | changed)


def case(sessions=(), accounts=(), offered_on=date(2026, 3, 1), confirmed_on=date(2026, 3, 2), **changed):
    """Amina's case with one plan from March 2026."""
    year = Period(date(2026, 3, 2))
    items = tuple(PlanItem(f"{a}-1", a, year, offered_on) for a in ("sfi-c", "egna"))
    values = {
        "person": AMINA,
        "permits": (Permit("p5_1", Period(date(2026, 2, 1))),),
        "facts": tuple(Fact(code, value, Period(date(2026, 2, 1)), "prov") for code, value in FACTS.items()),
        "household": (),
        "plans": (Plan("plan-1", 1, year, items, confirmed_on=confirmed_on),),
        "activities": {a.reference: a for a in (SFI, OWN)},
        "sessions": tuple(sessions),
        "accounts": tuple(accounts),
    }
    return Case(**values | changed)


@st.composite
def sessions(draw, day_number=None):
    """A session that may be cancelled, unannounced or out of reach."""
    number = draw(st.integers(0, 4)) if day_number is None else day_number
    announced = draw(st.sampled_from([None, -7, 0, 3]))
    day = WEEK.monday + timedelta(days=number)
    return session(
        number,
        draw(st.integers(1, 300)),
        announced_on=None if announced is None else day + timedelta(days=announced),
        cancelled_by=draw(st.sampled_from([None, None, None, *Canceller])),
        reachable=draw(st.sampled_from([True, True, False, None])),
    )


@st.composite
def accounts(draw, about, reasons=("", "none", "illness", "care_of_sick_child", "late", "other")):
    """Anything anybody may say about the session, also minutes that do not fit it."""
    witness = draw(st.sampled_from(list(Witness)))
    attended = draw(st.integers(0, 400))
    absent = draw(st.integers(0 if attended else 1, 400))
    told = draw(st.one_of(st.none(), st.integers(0, absent)))
    return account(
        about, witness, attended, absent,
        message=f"m{draw(st.integers(0, 30))}",
        reason=draw(st.sampled_from(reasons)),
        told_valid=None if told is None else Minutes(told),
        proof=draw(st.booleans()),
        recorded_at=TOLD + timedelta(hours=draw(st.integers(-200, 40))),
    )  # fmt: skip


@st.composite
def weeks_of_life(draw, **changed):
    """A case with a week of sessions and accounts about them."""
    planned = [draw(sessions(n)) for n in range(draw(st.integers(0, 5)))]
    told = [draw(accounts(s)) for s in planned for _ in range(draw(st.integers(0, 3)))]
    unique = {(a.session, a.source, a.message): a for a in told}
    offered = draw(st.sampled_from([None, date(2026, 3, 1), date(2026, 12, 1)]))
    return case(planned, unique.values(), offered_on=offered, **changed)
