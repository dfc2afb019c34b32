"""Months and ages follow the calendar, on leap days, at the turn of the year and at the ends of time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.rules import NEVER
from byggsten.domain.rules.calendar import (
    NEVER_DAY,
    add_days,
    add_months,
    as_date,
    civil,
    day_number,
    months_after,
    whole_years,
    years_between,
)

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))


@given(DAYS)
def test_a_day_number_and_its_date_are_the_same_day(day):
    number = day.toordinal()
    assert civil(number) == (day.year, day.month, day.day)
    assert day_number(day.year, day.month, day.day) == number
    assert as_date(number) == day


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-600, 600))
def test_months_follow_the_calendar(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    length = (date(year + month // 11, (month + 1) % 12 + 1, 1) - first).days
    expected = date(year, month + 1, min(day.day, length)).toordinal()
    assert add_months(day.toordinal(), months) == expected == months_after(day.toordinal(), months)


@given(DAYS, DAYS)
def test_age_grows_by_one_on_the_birthday(born, day):
    expected = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    assert whole_years(born.toordinal(), day.toordinal()) == expected
    assert years_between(born.toordinal(), day.toordinal()) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2024, 2, 29), 48, (2028, 2, 29)),
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2023, 1, 31), 1, (2023, 2, 28)),
        ((2025, 12, 31), 2, (2026, 2, 28)),
        ((2025, 12, 1), 1, (2026, 1, 1)),
        ((2026, 1, 1), -1, (2025, 12, 1)),
        ((2026, 3, 31), -1, (2026, 2, 28)),
    ],
)
def test_the_last_day_of_a_shorter_month(day, months, expected):
    assert as_date(add_months(date(*day).toordinal(), months)) == date(*expected)


def test_born_on_a_leap_day_the_year_is_full_on_the_first_of_march():
    born = date(2008, 2, 29).toordinal()
    assert whole_years(born, date(2026, 2, 28).toordinal()) == 17
    assert whole_years(born, date(2026, 3, 1).toordinal()) == 18
    assert whole_years(born, date(2028, 2, 29).toordinal()) == 20


@given(st.integers(-2000, 2000))
def test_never_stays_never(amount):
    assert add_months(NEVER_DAY, amount) == NEVER_DAY == NEVER.toordinal()
    assert add_days(NEVER_DAY, amount) == NEVER_DAY


def test_days_outside_the_calendar_become_its_first_and_last():
    assert as_date(add_months(date(9990, 1, 1).toordinal(), 600)) == NEVER
    assert as_date(add_days(date(9999, 12, 1).toordinal(), 400)) == NEVER
    assert as_date(add_months(date(2, 1, 1).toordinal(), -600)) == date(1, 1, 1)
    assert as_date(add_days(5, -10_000)) == date(1, 1, 1)
