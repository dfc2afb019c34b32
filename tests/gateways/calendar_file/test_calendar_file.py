"""The calendar file: read back day by day, the same bytes every time, nothing in it that names anybody."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from byggsten.domain.dates import Period, is_working_day
from byggsten.gateways.calendar_file.write import SWEDEN, plan_calendar
from byggsten.queries.plan_week import Meeting, WeekLine
from tests.conftest import REPOSITORY
from tests.gateways.plan_document.plans import PLAN, WEEK, YEAR

GOLDEN = REPOSITORY / "tests" / "golden" / "plan.ics"


def events(plan=PLAN):
    return Calendar.from_ical(plan_calendar(plan)).walk("VEVENT")


def days_of(event):
    """Every moment of a series, counted from what stands in the file and not by our own code."""
    moment, until = event["DTSTART"].dt, event["RRULE"]["UNTIL"][0]
    left_out = event.get("EXDATE", [])
    left_out = left_out if isinstance(left_out, list) else [left_out]
    free = {one.dt for dates in left_out for one in dates.dts}
    while moment <= until:
        if moment not in free:
            yield moment
        moment += timedelta(days=7)


def test_each_weekly_time_is_a_series_in_swedish_time():
    found = events()
    assert len(found) == sum(len(line.meetings) for line in WEEK) == 10
    sfi = next(one for one in found if one["SUMMARY"] == "Sfi kurs C, studieväg 2")
    assert sfi["LOCATION"] == "Vuxnas lärande, Norrtälje"
    assert sfi["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert sfi["DTSTART"].dt.time() == time(8, 30)
    assert sfi["DURATION"].dt == timedelta(hours=4)
    assert sfi["RRULE"]["FREQ"] == ["WEEKLY"]
    zones = Calendar.from_ical(plan_calendar(PLAN)).walk("VTIMEZONE")
    assert [zone["TZID"] for zone in zones] == ["Europe/Stockholm"]


def test_holidays_are_left_out_and_summer_time_keeps_the_clock():
    for event in events():
        met = list(days_of(event))
        assert met
        assert all(is_working_day(moment.date()) for moment in met)
        assert {moment.time() for moment in met} == {event["DTSTART"].dt.time()}
        assert all(moment.date() in YEAR for moment in met)
    friday = next(one for one in events() if one["SUMMARY"] == "Språkkafé")
    # Christmas Day, New Year's Day, Good Friday and Midsummer Eve.
    free = {date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 26), date(2027, 6, 25)}
    assert not free & {moment.date() for moment in days_of(friday)}
    assert date(2026, 12, 18) in {moment.date() for moment in days_of(friday)}


def test_nothing_in_it_names_anybody_or_says_what_the_plan_is_for():
    text = plan_calendar(PLAN).decode()
    for word in (
        "Amina",
        "Exempel",
        "amina",
        "Karin",
        "undersköterska",
        "plikt",
        "krävs",
        "kommun",
        "validering",
    ):
        assert word not in text


def test_it_is_as_it_was():
    """To accept a change: delete the file, run this test, read what it wrote."""
    found = plan_calendar(PLAN)
    assert found == plan_calendar(PLAN)
    # Lines end as the format says; in the repository they end as git says.
    found = found.replace(b"\r\n", b"\n")
    if not GOLDEN.exists():
        GOLDEN.write_bytes(found)
        pytest.fail(f"Skrev {GOLDEN.name}. Läs igenom den.")
    assert found == GOLDEN.read_bytes()


def test_a_plan_without_times_is_an_empty_calendar():
    assert events(replace(PLAN, week=(replace(WEEK[0], meetings=()),))) == []


days = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(
    days, st.integers(0, 500), days, st.integers(0, 500), st.integers(1, 7), st.integers(0, 23), st.booleans()
)
def test_every_series_is_within_its_periods_on_its_weekday(
    first, length, starts, more, weekday, hour, endless
):
    whole = Period(first, None if endless else first + timedelta(days=length))
    own = Period(starts, starts + timedelta(days=more))
    line = WeekLine("g", "Sfi", "", (Meeting(weekday, time(hour), 60, own),), (), "", True, whole)
    for event in events(replace(PLAN, period=whole, week=(line,))):
        for moment in days_of(event):
            assert moment.isoweekday() == weekday
            assert moment.date() in whole
            assert moment.date() in own
            assert moment == datetime.combine(moment.date(), time(hour), SWEDEN)


def test_characters_that_mean_something_in_the_format_are_kept():
    odd = "Sfi; kurs, C\\D\nrad: två"
    (event,) = events(replace(PLAN, week=(replace(WEEK[4], activity=odd, place=odd),)))
    assert str(event["SUMMARY"]) == odd
    assert str(event["LOCATION"]) == odd
