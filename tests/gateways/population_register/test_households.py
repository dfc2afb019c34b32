"""Households told from each one's side become one, whoever tells first."""

import json

from hypothesis import given
from hypothesis import strategies as st

from byggsten.gateways.json_rows import rows_of
from byggsten.gateways.people_rows import HouseholdRow
from byggsten.gateways.population_register.households import households_of
from byggsten.gateways.taking_in import Tally


def member(reference, role="adult", born="1990-06-14"):
    return {"reference": reference, "role": role, "born": born, "first_day": "2026-02-10"}


CHILD = member("leila", "child", "2020-02-29")
ROWS = [
    {"person": "amina", "members": [member("navid"), CHILD]},
    {"person": "navid", "members": [member("amina", born="1994-02-28"), CHILD]},
    {"person": "yusuf", "members": []},
]


def read(rows):
    tally = Tally()
    raws = [json.dumps(row).encode() for row in rows]
    return dict(told for _, told in households_of(rows_of("households", raws, HouseholdRow), tally)), tally


@given(st.permutations(ROWS))
def test_those_who_live_together_are_told_once(rows):
    households, tally = read(rows)
    assert sorted(sorted(m.reference for m in members) for members in households.values()) == [
        ["amina", "leila", "navid"],
        ["yusuf"],
    ]
    assert tally.refused == 0


def test_one_who_tells_but_is_not_told_of_has_always_lived_there():
    households, _ = read(ROWS[:1])
    (members,) = households.values()
    assert {m.reference: m.period.first_day.isoformat() for m in members} == {
        "navid": "2026-02-10",
        "leila": "2026-02-10",
        "amina": "1900-01-01",
    }


def test_a_household_of_many_still_has_a_short_name():
    households, _ = read([{"person": "p0", "members": [member(f"person-{n}") for n in range(40)]}])
    assert all(len(name) <= 64 for name in households)


def test_a_bad_member_leaves_the_household_out():
    households, tally = read([{"person": "a", "members": [member("b") | {"first_day": "0001-01-01"}]}])
    assert (households, tally.refused) == ({}, 1)
