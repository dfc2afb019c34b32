"""Sessions come of schedules: once, never on a holiday, and never over one that is there."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.actions.session_making import make_sessions
from byggsten.domain.catalogue import Slot
from byggsten.domain.dates import Minutes, Period, holidays_of
from byggsten.domain.occasions import occasions
from byggsten.records.models import Session
from tests import people

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
SLOTS = st.builds(
    Slot,
    st.integers(1, 7),
    st.sampled_from((time(8), time(13))),
    st.just(Minutes(120)),
    st.builds(lambda first, days: Period(first, first + timedelta(days=days)), DAYS, st.integers(0, 400)),
)


@given(st.lists(SLOTS, max_size=4), DAYS, st.integers(0, 200))
def test_each_occasion_is_on_its_weekday_within_both_periods_and_no_holiday(slots, first, days):
    period = Period(first, first + timedelta(days=days))
    found = occasions(slots, period)
    assert list(found) == sorted(found, key=lambda one: (one[0], one[1].start))
    for day, slot in found:
        assert day.isoweekday() == slot.weekday
        assert day in period
        assert day in slot.period
        assert day not in holidays_of(day.year)
    # And none is left out: counted the slow way.
    every = [first + timedelta(days=n) for n in range(days + 1)]
    counted = sum(
        d.isoweekday() == s.weekday and d in s.period and d not in holidays_of(d.year)
        for s in slots for d in every
    )  # fmt: skip
    assert len(found) == counted


@pytest.mark.django_db
class TestMaking:
    @pytest.fixture(autouse=True)
    def _school(self):
        people.hire("karin", "eva")
        people.school(teacher="eva")

    def make(self, first, last):
        return make_sessions(
            ["sfi-c-1"], Period(first, last), announced_on=people.TODAY, by="test", at=people.NOW
        )

    def test_the_week_before_christmas_has_five_and_christmas_week_three(self):
        assert self.make(date(2026, 12, 14), date(2026, 12, 18)).created == 5
        # Thursday is Christmas Eve and Friday Christmas Day.
        assert self.make(date(2026, 12, 21), date(2026, 12, 27)).created == 3

    def test_the_same_period_twice_makes_nothing_more(self):
        assert self.make(date(2026, 12, 14), date(2026, 12, 18)).created == 5
        assert self.make(date(2026, 12, 14), date(2026, 12, 18)).created == 0

    def test_one_that_is_there_is_left_as_it_is(self):
        people.meet()
        before = set(Session.objects.values_list("reference", "announced_on"))
        assert self.make(people.WEEK.monday, people.WEEK.sunday).created == 0
        assert set(Session.objects.values_list("reference", "announced_on")) == before
