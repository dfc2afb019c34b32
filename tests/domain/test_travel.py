"""Travel is an estimate with a source, the same both ways, and unknown where somebody has not said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.organisations import Place
from byggsten.domain.travel import Estimate, Remembered, Unknown, metres
from tests.domain.offers import CAMPUS, ISLAND, PLACES, RIMBO, TRAVEL

places = st.builds(Place, st.just("plats"), st.floats(55.0, 69.0), st.floats(11.0, 24.0), st.booleans())
estimates = st.builds(
    Estimate,
    st.integers(100, 200),
    st.integers(5, 110),
    st.integers(0, 30),
    st.integers(0, 60),
    st.just("prov"),
)


def test_nineteen_kilometres_to_rimbo():
    """18.6 km as the crow flies, a third longer by road, at 40 km an hour, and ten minutes besides."""
    assert round(metres(CAMPUS, RIMBO), -2) == 18_600
    assert TRAVEL.minutes(CAMPUS, RIMBO) == 48


def test_an_island_adds_the_wait_for_the_boat():
    without = Place("Arholma", ISLAND.latitude, ISLAND.longitude)
    assert TRAVEL.minutes(CAMPUS, ISLAND) - TRAVEL.minutes(CAMPUS, without) == 30


@pytest.mark.parametrize(("one", "other"), [(None, CAMPUS), (CAMPUS, None), (None, None)])
def test_an_unknown_place_is_unknown_and_not_far(one, other):
    assert TRAVEL.minutes(one, other) is None


def test_without_numbers_every_journey_is_unknown():
    assert Unknown().minutes(CAMPUS, RIMBO) is None


@given(estimates, places)
def test_where_one_is_there_is_no_way_to_go(travel, place):
    assert travel.minutes(place, place) == 0


@given(estimates, places, places)
def test_it_is_the_same_both_ways_and_never_less_than_nothing(travel, one, other):
    there = travel.minutes(one, other)
    assert there == travel.minutes(other, one)
    assert there >= 0


@given(estimates, places, places, places)
def test_a_detour_is_never_shorter(travel, one, other, third):
    """But for the minute that each leg is rounded up to."""
    assert travel.minutes(one, other) <= travel.minutes(one, third) + travel.minutes(third, other) + 1


@given(estimates, places, places)
def test_slower_is_never_sooner(travel, one, other):
    slower = Estimate(
        travel.detour_percent, travel.kilometres_an_hour - 1, travel.fixed_minutes, travel.ferry_minutes, ""
    )
    assert slower.minutes(one, other) >= travel.minutes(one, other)


def test_what_is_remembered_is_the_same():
    remembered = Remembered(TRAVEL)
    assert remembered.source == TRAVEL.source
    for one in PLACES:
        for other in PLACES:
            assert remembered.minutes(one, other) == TRAVEL.minutes(one, other)
