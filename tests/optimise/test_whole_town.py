"""A town's proposals: nobody at another's seat, nobody left out for others, and a gap that is proven."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.domain.week_grid import grid
from byggsten.optimise.answers import Obstacle
from byggsten.optimise.candidates import look
from byggsten.optimise.proposal import ground_of, propose
from byggsten.optimise.whole_town import propose_all
from tests.domain.offers import MONDAY, TERM, offer, sfi, situation, slots
from tests.optimise.choosing import cost, lawful, people, refuse_faults, towns_offers

FEW = settings(max_examples=25, deadline=None)
# Everything must be right, also the last hundredth.
EXACT = 0.0


def town(situations, offers, **changed):
    return propose_all(situations, offers, last_day=TERM.last_day, **{"gap": EXACT, "limit": 30.0} | changed)


def groups(found):
    return {name: [choice.group for choice in one.chosen] for name, one in found.proposals.items()}


def test_one_seat_and_two_who_need_it():
    """The one for whom there is nothing else has it: nobody is left with nothing if it can be avoided."""
    only = offer("eftermiddag", when=slots(start="13:00"))
    people_here = [situation(reference="a"), situation(reference="b", busy=_busy_afternoons())]
    found = town(people_here, [sfi(seats=1), only])
    assert groups(found) == {"a": ["eftermiddag"], "b": ["sfi"]}
    (lacking,) = [u for u in found.proposals["a"].unmet if u.need == "sfi"]
    assert (lacking.obstacle, lacking.about) == (Obstacle.SEATS, ("sfi",))


def _busy_afternoons():
    return grid([offer("annat", when=slots(start="13:00"))])


def test_the_first_half_of_everybodys_week_before_the_second_half_of_anybodys():
    """Two seats in two groups of twenty hours: one each, not both to one."""
    halves = [
        offer(n, when=slots(start=at, minutes=240), seats=1) for n, at in (("a", "08:00"), ("b", "13:00"))
    ]
    two = [situation(reference=name, needs_sfi=False) for name in ("p", "q")]
    assert sorted(len(chosen) for chosen in groups(town(two, halves)).values()) == [1, 1]


def test_alone_in_town_is_as_alone():
    offers = [sfi(), offer("em", when=slots(start="12:00", minutes=300))]
    alone, here = propose(situation(), offers, MONDAY, last_day=TERM.last_day), town([situation()], offers)
    assert groups(here) == {"amina": [choice.group for choice in alone.chosen]}
    assert here.proposals["amina"].why == alone.why
    assert (here.gap, here.finished) == (pytest.approx(0, abs=1e-6), True)


def test_who_has_a_place_already_keeps_it():
    two = [situation(reference="a", held_groups=frozenset({"sfi"})), situation(reference="b")]
    assert groups(town(two, [sfi(seats=0)])) == {"a": ["sfi"], "b": []}


def test_nobody_and_nothing():
    assert town([], [sfi()]).proposals == {}
    empty = town([situation()], [])
    assert groups(empty) == {"amina": []}
    assert {u.obstacle for u in empty.proposals["amina"].unmet} == {Obstacle.NOTHING_EXISTS}


def test_out_of_time_gives_a_lawful_answer_and_says_that_it_is_not_finished():
    offers = [sfi(seats=1), offer("em", when=slots(start="12:00", minutes=300), seats=1)]
    three = [situation(reference=name) for name in "abc"]
    found = town(three, offers, limit=0.0, gap=0.001)
    taken = Counter(group for chosen in groups(found).values() for group in chosen)
    assert all(number <= 1 for number in taken.values())
    assert found.finished == (found.gap <= 0.001)


@FEW
@given(st.lists(people(), min_size=1, max_size=4), towns_offers())
def test_seats_and_everything_else_are_kept(some, offers):
    named = [_named(one, number) for number, one in enumerate(some)]
    found = town(named, offers)
    taken = Counter(group for chosen in groups(found).values() for group in chosen)
    assert all(one.seats is None or taken[one.group] <= one.seats for one in offers)
    for one in named:
        refuse_faults(one, offers, found.proposals[one.reference])


@FEW
@given(st.lists(people(), min_size=1, max_size=2), towns_offers(most=3))
def test_the_gap_is_true(some, offers):
    """No choice is better than the answer by more than the gap says: all of them are tried."""
    named = [_named(one, number) for number, one in enumerate(some)]
    found = town(named, offers)
    looked = [look(one, ground_of(one, offers, MONDAY, TERM.last_day), full=frozenset()) for one in named]
    weeks = [[c for c in _subsets(one.able) if lawful(one, c)] for one in looked]
    seats = {one.group: one.seats for one in offers if one.seats is not None}
    best = min(
        sum(cost(one, week) for one, week in zip(looked, choice, strict=True))
        for choice in product(*weeks)
        if _fits(choice, seats)
    )
    chosen = groups(found)
    got = sum(
        cost(one, tuple(c for c in one.able if c.offer.group in chosen[one.situation.reference]))
        for one in looked
    )
    assert got >= best - 1e-3
    assert got - best <= found.gap * abs(got) + 0.01 * len(named) + 0.001 * abs(got)


def _named(one, number):
    return replace(one, reference=f"p{number}")


def _subsets(able):
    return [tuple(c for n, c in enumerate(able) if mask >> n & 1) for mask in range(1 << len(able))]


def _fits(choice, seats):
    taken = Counter(one.offer.group for week in choice for one in week)
    return all(taken[group] <= number for group, number in seats.items())
