"""Weekly times and days in words, in Swedish and in the person's language."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from byggsten.queries.plan_sheet import TimeLine
from byggsten.wording import LANGUAGES, SWEDISH, in_both, said
from byggsten.wording import sentences as s

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.dates import Period
    from byggsten.queries.plan_week import Meeting
    from byggsten.wording import Said

RUN = 3


def days_of(period: Period, language: str) -> Said:
    """«från 2 mars 2026 till 1 mars 2027»."""
    if period.last_day is None:
        return said(s.HOLDS_UNTIL_FURTHER, language, first=period.first_day)
    return said(s.HOLDS_BETWEEN, language, first=period.first_day, last=period.last_day)


def times_of(meetings: Iterable[Meeting], language: str) -> tuple[TimeLine, ...]:
    """The times of a week, days with the same hours together, in the order of the week."""
    by_hours: dict[tuple[time, time], list[int]] = defaultdict(list)
    for meeting in meetings:
        by_hours[meeting.start, end_of(meeting)].append(meeting.weekday)
    ordered = sorted(by_hours.items(), key=lambda pair: (pair[1], pair[0]))
    return tuple(
        TimeLine(_days(days, language), _clock(start, end, language)) for (start, end), days in ordered
    )


def end_of(meeting: Meeting) -> time:
    """When the meeting ends, if it has no breaks."""
    begins = datetime.combine(date.min, meeting.start)
    return (begins + timedelta(minutes=meeting.minutes)).time()


def _days(days: list[int], language: str) -> Said:
    names = [said(s.WEEKDAYS[day], language) for day in days]
    if len(days) >= RUN and days == list(range(days[0], days[-1] + 1)):
        ends = (names[0], names[-1])
        return in_both(
            "–".join(one.swedish for one in ends), "–".join(one.text for one in ends), names[0].language
        )
    comma = "، " if LANGUAGES[language].direction == "rtl" else ", "
    return in_both(
        ", ".join(one.swedish for one in names), comma.join(one.text for one in names), names[0].language
    )


def _clock(start: time, end: time, language: str) -> Said:
    chosen = LANGUAGES[language]
    return in_both(
        f"{SWEDISH.clock(start)}–{SWEDISH.clock(end)}", f"{chosen.clock(start)}–{chosen.clock(end)}", language
    )
