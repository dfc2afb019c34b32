"""What cannot be about one who is received: each check at its boundary, and for days drawn at random."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.people import PersonalNumber, Sex
from byggsten.domain.reception import (
    Arrival,
    ContactWay,
    Reach,
    Route,
    TwoHomes,
    born_of,
    guard_problems,
    majority,
    next_reference,
    refuse_two_homes,
    route_facts,
    sex_of,
    whole_number,
)
from byggsten.domain.rules.calendar import years_between

ON, BORN = date(2026, 11, 24), date(1990, 6, 15)
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
PERIODS = st.tuples(DAYS, st.none() | st.integers(0, 4000)).map(
    lambda drawn: Period(drawn[0], None if drawn[1] is None else drawn[0] + timedelta(days=drawn[1]))
)
LIKELY = Arrival(
    ON, BORN, None, Sex.WOMAN, Route.ASSIGNED, "p5_1",
    date(2026, 10, 1), date(2029, 9, 30), date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 1), ON,
)  # fmt: skip


def fields(arrival):
    return [problem.field for problem in arrival.problems()]


def test_what_can_be_has_no_problem():
    assert fields(LIKELY) == []
    assert fields(Arrival(ON)) == []


@pytest.mark.parametrize(("changed", "field"), [
    ({"born": ON + timedelta(days=1)}, "born"),
    ({"permit_last": date(2026, 9, 30)}, "permit_last"),
    ({"permit_first": None}, "permit_first"),
    ({"ground": ""}, "ground"),
    ({"first_contact": ON + timedelta(days=1)}, "first_contact"),
    ({"registered_here_from": date(2026, 10, 31)}, "registered_here_from"),
    ({"registered_here_from": ON + timedelta(days=1)}, "registered_here_from"),
    ({"first_registered": ON + timedelta(days=1)}, "first_registered"),
    ({"received": ON + timedelta(days=61)}, "received"),
    ({"route": Route.QUOTA}, "ground"),
    ({"ground": "p5_2"}, "ground"),
])  # fmt: skip
def test_each_thing_that_cannot_be_is_told_at_its_field(changed, field):
    assert field in fields(replace(LIKELY, **changed))


@pytest.mark.parametrize("changed", [
    {"born": ON, "route": None, "ground": "", "permit_first": None, "permit_last": None, "received": ON,
     "first_registered": ON, "registered_here_from": ON},
    {"permit_last": date(2026, 10, 1)},
    {"permit_last": None},
    {"route": Route.QUOTA, "ground": "p5_2"},
    {"route": Route.FAMILY, "ground": "family_other"},
    {"route": Route.FAMILY, "ground": "p5_1"},
    {"route": Route.UNACCOMPANIED},
    {"received": ON + timedelta(days=60), "route": Route.ASSIGNED},
    {"first_registered": ON, "registered_here_from": ON},
])  # fmt: skip
def test_the_boundary_itself_can_be(changed):
    assert fields(replace(LIKELY, **changed)) == []


def test_one_who_came_as_a_child_and_got_the_permit_when_grown_is_asked_about_and_not_refused():
    young = Arrival(
        ON, date(2008, 3, 1), None, None, Route.UNACCOMPANIED, "p5_1",
        date(2026, 6, 1), None, date(2026, 7, 1),
    )  # fmt: skip
    assert fields(young) == []
    assert [str(text) for text in young.notices()] == [
        "Personen hade fyllt 18 år när tillståndet eller mottagandet kom. Kom hen till Sverige före 18 år?"
    ]
    # Received or given the permit the day before eighteen, the person surely came as a child.
    assert replace(young, received=date(2026, 2, 28)).notices() == ()
    assert replace(young, permit_first=date(2026, 2, 28)).notices() == ()
    assert replace(young, born=None).notices() == ()


def test_a_planned_day_of_reception_is_told_of():
    assert [str(text) for text in replace(LIKELY, received=date(2026, 11, 25)).notices()] == [
        "Först mottagen 2026-11-25. Dagen har inte varit än."
    ]
    assert replace(LIKELY, received=ON).notices() == ()


@pytest.mark.parametrize(("written", "whole"), [
    ("900303-1234", "199003031234"),
    ("9003031234", "199003031234"),
    (" 900303 - 1234 ", "199003031234"),
    ("260101-1234", "202601011234"),
    ("270101-1234", "192701011234"),
    ("260101+1234", "192601011234"),
    ("150303+1234", "191503031234"),
    ("19900303-1234", "19900303-1234"),
    ("90033-1234", "90033-1234"),
    ("", ""),
])  # fmt: skip
def test_a_short_number_is_made_whole(written, whole):
    assert whole_number(written, ON) == whole


def test_one_who_came_as_family_may_have_grounds_of_their_own():
    own = replace(LIKELY, route=Route.FAMILY)
    assert [str(text) for text in own.notices()] == [
        "Kom som anhörig men har en egen grund. Kontrollera att båda stämmer."
    ]
    assert replace(own, ground="family").notices() == ()
    assert LIKELY.notices() == ()


@given(born=DAYS, day=DAYS, name=st.sampled_from(
    ["permit_first", "received", "first_registered", "registered_here_from", "first_contact"]
))  # fmt: skip
def test_nothing_happens_before_birth(born, day, name):
    told = fields(Arrival(date(2199, 1, 1), born, ground="p5_1", **{"permit_first": None, name: day}))
    assert (name in told and day < born) or (day >= born and told.count(name) <= (name == "permit_first"))


@given(PERIODS, st.lists(PERIODS, max_size=4))
def test_two_homes_are_refused_exactly_when_a_day_is_shared(new, stays):
    def days(period):
        return period.first_day, period.last_day or date.max

    shared = any(max(days(one)[0], days(new)[0]) <= min(days(one)[1], days(new)[1]) for one in stays)
    if shared:
        with pytest.raises(TwoHomes, match="Avsluta det först"):
            refuse_two_homes(stays, new, "2026-00001")
    else:
        refuse_two_homes(stays, new, "2026-00001")


def test_one_may_move_the_day_after():
    left = Period(date(2026, 1, 1), date(2026, 11, 23))
    refuse_two_homes([left], Period(date(2026, 11, 24)), "a")
    with pytest.raises(TwoHomes):
        refuse_two_homes([left], Period(date(2026, 11, 23)), "a")


@given(DAYS)
def test_the_day_one_turns_eighteen_is_that_of_the_rules(born):
    grown = majority(born)
    assert years_between(born.toordinal(), grown.toordinal()) == 18
    assert years_between(born.toordinal(), grown.toordinal() - 1) == 17


def test_guardianship_of_a_child_ends_and_that_of_a_grown_person_is_not_denied():
    (problem,) = guard_problems(date(2000, 1, 1), date(2018, 1, 1), None)
    assert str(problem.text).endswith("En god man eller förvaltare för en vuxen antecknas inte här.")


@given(DAYS, DAYS, st.none() | DAYS)
def test_nobody_answers_for_a_child_before_birth_or_after_eighteen(born, first, last):
    possible = born <= first < majority(born) and (last is None or last < majority(born))
    assert (guard_problems(born, first, last) == ()) is possible
    assert guard_problems(None, first, last) == ()


@pytest.mark.parametrize(("number", "born", "sex"), [
    ("19900101-2385", date(1990, 1, 1), Sex.WOMAN),
    ("20000101-2384", date(2000, 1, 1), Sex.WOMAN),
    ("19910161-2381", date(1991, 1, 1), None),
])  # fmt: skip
def test_a_number_tells_the_day_and_a_personal_number_the_sex(number, born, sex):
    known = PersonalNumber(number)
    assert (born_of(known), sex_of(known)) == (born, sex)
    told = fields(Arrival(ON, born, known, Sex.MAN))
    assert told == (["sex"] if sex is Sex.WOMAN else [])
    assert fields(Arrival(ON, born + timedelta(days=1), known)) == ["born"]


@pytest.mark.parametrize(("route", "told"), [
    (Route.ASSIGNED, {"unaccompanied": False, "assigned": True}),
    (Route.QUOTA, {"unaccompanied": False, "assigned": True}),
    (Route.OWN_HOUSING, {"unaccompanied": False, "assigned": False}),
    (Route.FAMILY, {"unaccompanied": False, "assigned": False}),
    (Route.UNACCOMPANIED, {"unaccompanied": True}),
])  # fmt: skip
def test_a_route_settles_facts(route, told):
    assert route_facts(route) == told


@given(st.integers(1900, 2199), st.integers(1, 300_000))
def test_case_references_follow_each_other(year, number):
    last = f"{year:04}-{number:05}"
    following = next_reference(year, last)
    assert int(following[5:]) == number + 1
    assert (len(following), following) > (len(last), last)
    assert next_reference(year, None) == f"{year:04}-00001"


@pytest.mark.parametrize(("way", "needs"), [
    (ContactWay.PHONE, "phone"), (ContactWay.SMS, "phone"), (ContactWay.EMAIL, "email"),
    (ContactWay.LETTER, "address"), (ContactWay.THROUGH_ANOTHER, "note"), (ContactWay.IN_PERSON, None),
])  # fmt: skip
def test_a_way_needs_what_it_goes_by(way, needs):
    assert [problem.field for problem in Reach(way).problems()] == ([needs] if needs else [])
    assert Reach(way, "07", "a@b.se", "Gatan 1", "Genom Bo").problems() == ()
    assert "07" not in repr(Reach(way, "07"))
