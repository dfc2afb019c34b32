"""Days, periods and weeks, with the edges that forms and files bring."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.dates import (
    Period,
    UnreadableDate,
    Week,
    is_working_day,
    parse_day,
    parse_weeks,
    weeks_between,
    working_days,
)
from byggsten.domain.texts import Refusal

days = st.dates(date(1900, 1, 8), date(2199, 12, 20))


def test_both_ends_belong_to_a_period():
    period = Period(date(2026, 3, 2), date(2026, 3, 6))
    assert date(2026, 3, 2) in period
    assert date(2026, 3, 6) in period
    assert date(2026, 3, 7) not in period


def test_a_period_until_further_notice_has_no_last_day():
    assert date(2199, 1, 1) in Period(date(2026, 3, 2))


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(Refusal, match="Byt plats på dagarna"):
        Period(date(2026, 3, 6), date(2026, 3, 2))


@given(days, days, days, days)
def test_periods_overlap_exactly_when_they_share_a_day(a, b, c, d):
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    shared = max(one.first_day, other.first_day) <= min(one.last_day, other.last_day)
    assert one.overlaps(other) == other.overlaps(one) == shared


@given(days)
def test_a_week_is_monday_to_sunday_and_holds_its_day(day):
    week = Week.of(day)
    assert day in week.period
    assert week.monday.weekday() == 0
    assert week.sunday - week.monday == timedelta(days=6)
    assert Week.parse(str(week)) == week


@given(days, st.integers(0, 60))
def test_weeks_are_counted_across_years(day, count):
    first = Week.of(min(day, date(2190, 1, 1)))
    assert len(weeks_between(first, first.plus(count))) == count + 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0000-W01", "År 0"),
        ("2026-W54", "52 eller 53"),
        ("2026-W00", "finns inte"),
        ("2025-W53", "finns inte"),
        ("i fjol", "ingen vecka"),
        ("2026-W48..2026-W40", "slutar före den börjar"),
    ],
)
def test_a_text_that_is_no_week_is_refused_with_what_to_write(text, says):
    with pytest.raises(UnreadableDate, match=says):
        parse_weeks(text)


@pytest.mark.parametrize("text", ["2025-02-29", "2026-13-01", "i går", "", "0000-01-01", "1899-12-31"])
def test_a_text_that_is_no_day_is_refused(text):
    with pytest.raises(UnreadableDate):
        parse_day(text)


def test_the_leap_day_is_a_day():
    assert parse_day("2024-02-29") == date(2024, 2, 29)


def test_the_53rd_week_exists_where_the_calendar_has_it():
    assert Week.parse("2026-W53").sunday == date(2027, 1, 3)


def test_holidays_and_the_free_eves_are_no_working_days():
    assert working_days(Week(2026, 53)) == (date(2026, 12, 28), date(2026, 12, 29), date(2026, 12, 30))
    assert not is_working_day(date(2026, 6, 19))
    assert is_working_day(date(2026, 11, 23))
