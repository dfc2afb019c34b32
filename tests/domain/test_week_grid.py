"""The week grid: blocks, sums, collisions, gaps that are too short, child care and holidays."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import combinations

from hypothesis import given

from byggsten.domain.dates import Period
from byggsten.domain.planning import ActivityKind
from byggsten.domain.travel import Unknown
from byggsten.domain.week_grid import (
    Window,
    by_weekday,
    collisions,
    day_travel,
    grid,
    holidays,
    in_force,
    lowest_mean,
    meet,
    narrowed,
    outside_care,
    short_gaps,
    stretches,
    too_close,
    week_minutes,
)
from tests.domain.offers import CAMPUS, MONDAY, RIMBO, TERM, TRAVEL, catalogues, offer, periods, slots


def test_blocks_in_the_order_of_the_week():
    late, early = offer("sen", when=slots("1", "13:00", 90)), offer("tidig", when=slots("12", "09:00", 90))
    assert [(b.weekday, b.start, b.end, b.group) for b in grid([late, early])] == [
        (1, time(9), time(10, 30), "tidig"),
        (1, time(13), time(14, 30), "sen"),
        (2, time(9), time(10, 30), "tidig"),
    ]
    assert grid([late, early]) == grid([early, late])


def test_a_night_ends_with_the_day_and_keeps_its_minutes():
    (block,) = grid([offer(when=slots("1", "22:00", 300))])
    assert (block.end, block.minutes) == (time(23, 59), 300)


def test_two_at_once_collide_and_two_in_a_row_do_not():
    one, other = offer("a", when=slots("13", "09:00", 180)), offer("b", when=slots("3", "11:59", 60))
    (clash,) = collisions(grid([one, other]))
    assert (clash.one.group, clash.other.group, clash.one.weekday) == ("a", "b", 3)
    assert not collisions(grid([one, offer("c", when=slots("3", "12:00", 60))]))


def test_the_same_time_in_other_weeks_is_no_collision():
    autumn = offer("a", when=slots("1"), period=Period(MONDAY, date(2026, 12, 20)))
    spring = offer("b", when=slots("1"), period=Period(date(2026, 12, 21)))
    assert not collisions(grid([autumn, spring]))
    # Six days in common, of which none is a Monday.
    overlapping = offer("c", when=slots("1"), period=Period(date(2026, 12, 15)))
    assert not collisions(grid([autumn, overlapping]))
    assert collisions(grid([autumn, offer("d", when=slots("1"), period=Period(date(2026, 12, 14)))]))


def test_the_journey_must_fit_between_two_places():
    morning = offer("a", when=slots("1", "09:00", 180))
    soon = offer("b", when=slots("1", "12:47", 60), place=RIMBO)
    (short,) = short_gaps(grid([morning, soon]), TRAVEL)
    assert (short.gap, short.travel) == (47, 48)
    assert not short_gaps(grid([morning, offer("c", when=slots("1", "12:48", 60), place=RIMBO)]), TRAVEL)
    assert not short_gaps(grid([morning, offer("d", when=slots("1", "12:00", 60))]), TRAVEL)
    # An unknown time blocks nothing.
    assert not short_gaps(grid([morning, soon]), Unknown())
    assert not short_gaps(grid([morning, offer("e", when=slots("1", "12:00"), place=None)]), TRAVEL)


def test_own_studies_are_where_one_is():
    own = offer("egna", ActivityKind.OWN, slots("1", "12:00", 60), place=None)
    both = grid([offer("a", when=slots("1", "13:00", 60), place=RIMBO), own])
    assert not short_gaps(both, TRAVEL)
    assert day_travel(both, CAMPUS, TRAVEL) == {1: 96}


def test_the_days_way_goes_from_place_to_place_and_home():
    week = grid([offer("a", when=slots("12", "09:00")), offer("b", when=slots("1", "14:00"), place=RIMBO)])
    assert day_travel(week, CAMPUS, TRAVEL) == {1: 96, 2: 0}
    assert day_travel(week, None, TRAVEL) == {1: None, 2: None}


def test_hours_outside_the_care_of_the_children():
    care = [Window(day, time(8), time(12)) for day in (1, 2)]
    week = grid([offer(when=slots("123", "09:00", 180)), offer("sen", when=slots("1", "11:00", 61))])
    assert [(b.group, b.weekday) for b in outside_care(week, care)] == [("sen", 1), ("g", 3)]


def test_holidays_take_their_minutes():
    week = grid([offer(when=slots("345", "09:00", 180))])
    found = holidays(week, Period(date(2026, 12, 21), date(2027, 1, 10)))
    # Christmas Eve and New Year's Eve are Thursdays in 2026; the Epiphany is a Wednesday in 2027.
    assert [(one.day, one.minutes) for one in found] == [
        (date(2026, 12, 24), 180),
        (date(2026, 12, 25), 180),
        (date(2026, 12, 31), 180),
        (date(2027, 1, 1), 180),
        (date(2027, 1, 6), 180),
    ]
    assert all(one.name for one in found)


def test_a_plan_without_end_is_looked_at_a_year_ahead():
    last = max(one.day for one in holidays(grid([offer(period=Period(MONDAY))]), Period(MONDAY)))
    assert last <= MONDAY + timedelta(weeks=53)


def test_stretches_tell_when_the_week_changes():
    early = offer("a", when=slots("1", period=Period(MONDAY)), period=Period(MONDAY, date(2026, 12, 31)))
    late = offer("b", when=slots("2", period=Period(MONDAY)), period=Period(date(2027, 1, 11)))
    assert [(s.period.first_day, s.minutes) for s in stretches(grid([early, late]), TERM)] == [
        (MONDAY, 180),
        (date(2027, 1, 1), 0),
        (date(2027, 1, 11), 180),
    ]
    assert week_minutes(grid([early, late])) == 180


def test_narrowed_keeps_to_the_days_and_drops_what_never_meets():
    one = offer(when=(*slots("1", period=Period(MONDAY, date(2026, 12, 31))), *slots("2")))
    assert [slot.weekday for slot in narrowed(one, Period(date(2027, 1, 1))).slots] == [2]
    assert narrowed(one, Period(date(2028, 1, 1))) is None


@given(catalogues(), periods)
def test_narrowing_never_adds_a_minute_nor_leaves_the_period(offers, period):
    for one in offers:
        found = narrowed(one, period)
        if found is None:
            assert not one.period.overlaps(period)
            continue
        assert week_minutes(grid([found])) <= week_minutes(grid([one]))
        assert all(block.period.overlaps(period) for block in grid([found]))


@given(catalogues())
def test_the_order_of_the_offers_does_not_matter(offers):
    assert grid(offers) == grid(reversed(offers))


@given(catalogues())
def test_more_groups_never_give_fewer_minutes(offers):
    blocks = grid(offers)
    for number in range(len(blocks)):
        assert week_minutes(blocks[:number]) <= week_minutes(blocks)


@given(catalogues())
def test_the_weekdays_sum_to_the_week(offers):
    blocks = in_force(grid(offers), MONDAY)
    assert sum(by_weekday(blocks).values()) == sum(block.minutes for block in blocks)


@given(catalogues())
def test_what_is_told_of_all_is_what_is_told_of_pairs(offers):
    blocks = grid(offers)
    told = {frozenset([(c.one.group, c.one), (c.other.group, c.other)]) for c in collisions(blocks)}
    pairs = {
        frozenset([(a.group, a), (b.group, b)])
        for a, b in combinations(blocks, 2)
        if a.group != b.group and meet(a, b)
    }
    assert told == pairs
    close = {
        frozenset([a, b])
        for a, b in combinations(blocks, 2)
        if a.group != b.group and too_close(a, b, TRAVEL)
    }
    gaps = {frozenset([s.earlier, s.later]) for s in short_gaps(blocks, TRAVEL)}
    assert close == gaps | {frozenset([c.one, c.other]) for c in collisions(blocks)}


@given(catalogues())
def test_meeting_is_mutual(offers):
    for a, b in combinations(grid(offers), 2):
        assert meet(a, b) == meet(b, a)
        assert too_close(a, b, TRAVEL) == too_close(b, a, TRAVEL)


def test_the_lowest_mean_over_four_weeks_in_a_row():
    whole = offer("a", when=slots("1234"))
    assert lowest_mean(grid([whole])) == 720
    # Fridays from the third week on: the first four weeks have two of them.
    later = Period(MONDAY + timedelta(weeks=2), TERM.last_day)
    fridays = offer("b", when=slots("5", period=later), period=later)
    assert lowest_mean(grid([whole, fridays])) == 720 + 90
    # A gap of two weeks between two courses is in four weeks once.
    until, after = Period(MONDAY, date(2027, 1, 10)), Period(date(2027, 1, 25), TERM.last_day)
    two = [offer(str(n), when=slots(period=days), period=days) for n, days in enumerate((until, after))]
    assert lowest_mean(grid(two)) == 450
    assert lowest_mean([]) == 0


def test_a_mean_over_less_than_four_weeks_is_that_of_the_fullest():
    short = [Period(MONDAY, MONDAY + timedelta(days=days)) for days in (13, 20)]
    two = [offer(str(n), when=slots(str(n + 1), period=days), period=days) for n, days in enumerate(short)]
    assert lowest_mean(grid(two)) == week_minutes(grid(two)) == 360


@given(catalogues())
def test_the_lowest_mean_is_never_more_than_the_fullest_week(offers):
    assert 0 <= lowest_mean(grid(offers)) <= week_minutes(grid(offers))
