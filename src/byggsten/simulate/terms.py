"""When groups meet: terms, holidays, and the days when the ferry does not go."""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Week, is_working_day
from byggsten.domain.planning import ActivityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEKS = 104
# Planned weeks after the last one that has passed.
WEEKS_AHEAD = 3
WINTER = (11, 12, 1, 2, 3)


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of a day; the made-up municipality keeps its clocks in UTC."""
    return datetime.combine(day, time(hour, minute), UTC)


def first_monday(until: date) -> date:
    """The first day of the two years of weeks that end with the week of ``until``."""
    return Week.of(until).plus(1 - WEEKS).monday


def days_between(first: date, last: date) -> Iterator[date]:
    """Each day, both ends included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def is_open(day: date, kind: ActivityKind, *, alone: bool) -> bool:
    """Whether activities of a kind are held on the day.

    Courses rest at Christmas and four weeks in summer, workplaces three; own studies never rest.
    """
    if not is_working_day(day):
        return False
    if alone:
        return True
    if (day.month == 12 and day.day >= 21) or (day.month == 1 and day.day <= 6):
        return False
    number = day.isocalendar().week
    if kind is ActivityKind.WORK:
        return number not in (28, 29, 30)
    return number not in (28, 29, 30, 31)


@functools.cache
def ferry_rests(seed: int, day: date) -> bool:
    """Whether storm or ice stops the ferry that day."""
    lot = Random(f"{seed}/ferry/{day}")
    return lot.random() < (0.09 if day.month in WINTER else 0.02)
