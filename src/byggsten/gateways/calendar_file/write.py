"""From a plan to iCalendar: a weekly series for each time of each activity, without the holidays."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from byggsten.domain.dates import holidays_of

if TYPE_CHECKING:
    from byggsten.domain.dates import Period
    from byggsten.queries.plan_document import PlanDocument
    from byggsten.queries.plan_week import Meeting, WeekLine

SWEDEN = ZoneInfo("Europe/Stockholm")
LONGEST = timedelta(days=365)
WEEK = 7


def plan_calendar(plan: PlanDocument) -> bytes:
    """The file; the same plan gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Byggsten//Plan//SV")
    calendar.add("version", "2.0")
    for line in plan.week:
        for meeting in line.meetings:
            days = _days(plan.period, line, meeting)
            if days:
                calendar.add_component(_series(plan, line, meeting, days))
    first = plan.period.first_day
    calendar.add_missing_timezones(first, first + LONGEST + LONGEST)
    return bytes(calendar.to_ical())


def _days(whole: Period, line: WeekLine, meeting: Meeting) -> tuple[date, ...]:
    """The days of the series, holidays included, from the first to the last."""
    periods = (whole, line.period, meeting.period)
    first = max(period.first_day for period in periods)
    ends = [period.last_day for period in periods if period.last_day is not None]
    last = min([*ends, first + LONGEST])
    day = first + timedelta(days=(meeting.weekday - first.isoweekday()) % WEEK)
    return tuple(day + timedelta(days=n) for n in range(0, max(0, (last - day).days + 1), WEEK))


def _series(plan: PlanDocument, line: WeekLine, meeting: Meeting, days: tuple[date, ...]) -> Event:
    met = [day for day in days if day not in holidays_of(day.year)] or list(days)
    event = Event()
    event.add("uid", _uid(plan, line, meeting))
    event.add("dtstamp", plan.recorded_at.astimezone(UTC))
    event.add("summary", line.activity)
    if line.place:
        event.add("location", line.place)
    begins = _moment(met[0], meeting.start)
    event.add("dtstart", begins)
    event.add("duration", timedelta(minutes=meeting.minutes))
    event.add("rrule", {"freq": "weekly", "until": _moment(met[-1], meeting.start).astimezone(UTC)})
    for day in days:
        if met[0] < day < met[-1] and day not in met:
            event.add("exdate", _moment(day, meeting.start))
    return event


def _moment(day: date, start: time) -> datetime:
    return datetime.combine(day, start, SWEDEN)


def _uid(plan: PlanDocument, line: WeekLine, meeting: Meeting) -> str:
    """The same for the same time of the same plan, and nothing that names anybody."""
    told = f"{plan.reference}\0{line.group}\0{line.period.first_day}\0{meeting.weekday}\0{meeting.start}"
    told += f"\0{meeting.period.first_day}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@byggsten"
