"""A week's sessions as columns of placed blocks, and its time by kind of activity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes
from byggsten.domain.planning import ActivityKind
from byggsten.web.caseworker.words import STATES
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from byggsten.domain.duty import WeekAssessment
    from byggsten.domain.settling import Hour

HOUR = 60
# The hours that are always drawn, so that weeks look alike.
FIRST, LAST = 8, 17


@dataclass(frozen=True, slots=True)
class Block:
    """A session in its place.

    ``from_top``, ``hours``: in hours as the style sheet reads them; ``lane`` of ``lanes``: side by side.
    ``state``: what happened, empty when it lies ahead.
    """

    reference: str
    title: str
    provider: str
    start: time
    end: time
    colour: str
    from_top: str
    hours: str
    lane: int
    lanes: int
    state: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week with its blocks."""

    day: date
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The time of one kind of activity."""

    label: str
    colour: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days, the hours of the clock beside them, and the time by kind."""

    days: tuple[Day, ...]
    clock: tuple[int, ...]
    parts: tuple[Part, ...]


def schedule(week: WeekAssessment) -> Schedule:
    """The week's schedule; Saturday and Sunday only when something is on."""
    by_day: dict[date, list[Hour]] = {day: [] for day in week.week.days[:5]}
    for hour in week.hours:
        by_day.setdefault(hour.session.day, []).append(hour)
    first = min((hour.session.start.hour for hour in week.hours), default=FIRST)
    last = max((-(-_end(hour) // HOUR) for hour in week.hours), default=LAST)
    first, last = min(first, FIRST), max(last, LAST)
    days = tuple(Day(day, _placed(hours, week, first)) for day, hours in sorted(by_day.items()))
    return Schedule(days, tuple(range(first, last + 1)), _parts(week))


def _placed(hours: Iterable[Hour], week: WeekAssessment, first: int) -> tuple[Block, ...]:
    """The blocks of a day; those that overlap stand side by side."""
    ordered = sorted(hours, key=_start)
    lanes: list[int] = []
    places = []
    for hour in ordered:
        lane = next((n for n, until in enumerate(lanes) if until <= _start(hour)), len(lanes))
        lanes[lane : lane + 1] = [_end(hour)]
        places.append(lane)
    return tuple(
        _block(hour, week, first, lane, len(lanes)) for hour, lane in zip(ordered, places, strict=True)
    )


def _block(hour: Hour, week: WeekAssessment, first: int, lane: int, lanes: int) -> Block:
    session = hour.session
    activity = week.case.activities.get(session.activity)
    end = min(_end(hour), 24 * HOUR - 1)
    return Block(
        reference=session.reference,
        title=activity.name if activity else session.activity,
        provider=activity.provider if activity else "",
        start=session.start,
        end=session.start.replace(hour=end // HOUR, minute=end % HOUR),
        colour=KINDS[activity.kind if activity else ActivityKind.OWN][0],
        from_top=_in_hours(_start(hour) - first * HOUR),
        hours=_in_hours(session.minutes),
        lane=lane,
        lanes=lanes,
        state="" if hour.ahead else str(STATES[main_state(hour)]),
        cancelled=bool(hour.cancelled),
    )


def main_state(hour: Hour) -> str:
    """The state of the most of the hour's minutes."""
    return max(STATES, key=lambda state: getattr(hour, state))


def _parts(week: WeekAssessment) -> tuple[Part, ...]:
    sums: dict[ActivityKind, int] = {}
    for hour in week.hours:
        activity = week.case.activities.get(hour.session.activity)
        kind = activity.kind if activity else ActivityKind.OWN
        sums[kind] = sums.get(kind, 0) + hour.session.minutes
    return tuple(
        Part(str(label), colour, Minutes(sums[kind]))
        for kind, (colour, label) in KINDS.items()
        if sums.get(kind)
    )


def _start(hour: Hour) -> int:
    return hour.session.start.hour * HOUR + hour.session.start.minute


def _end(hour: Hour) -> int:
    return _start(hour) + hour.session.minutes


def _in_hours(minutes: int) -> str:
    """Minutes as hours with two decimals, as a style sheet reads them whatever the language."""
    return f"{minutes // HOUR}.{minutes % HOUR * 100 // HOUR:02}"
