"""The week of a draft as columns of placed blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from byggsten.queries.plan_judging import period_of
from byggsten.web.caseworker.planner.marks import marks_of
from byggsten.web.caseworker.planner.words import WEEKDAYS
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from byggsten.domain.week_grid import Block
    from byggsten.queries.plan_judging import Judged
    from byggsten.web.caseworker.planner.marks import Mark

HOUR = 60
# The hours that are always drawn, so that weeks look alike; what begins at five is a list below.
FIRST, LAST = 8, 17
EVENING = time(LAST)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place; ``from_top`` and ``hours`` are as the style sheet reads them."""

    group: str
    title: str
    kind: str
    place: str
    weekday: str
    start: time
    end: time
    since: date | None
    colour: str
    from_top: str
    hours: str
    lane: int
    lanes: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A weekday with its blocks."""

    name: str
    blocks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The week: days, the hours of the clock beside them, and what is in the evening."""

    days: tuple[Column, ...]
    clock: tuple[int, ...]
    evenings: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every block is placed against: the first hour drawn, the plan's first day, and the marks."""

    first: int
    begins: date
    marks: Mapping[Block, tuple[Mark, ...]]


def grid_of(judged: Judged, today: date) -> Grid:
    """The week of the draft."""
    begins = period_of(judged.draft, today).first_day
    daytime = [block for block in judged.blocks if block.weekday <= 5 and block.start < EVENING]
    rest = [block for block in judged.blocks if block not in daytime]
    first = min((block.start.hour for block in daytime), default=FIRST)
    last = max((-(-_minute(block.end) // HOUR) for block in daytime), default=LAST)
    frame = _Frame(min(first, FIRST), begins, marks_of(judged))
    return Grid(
        tuple(
            Column(str(name), _column([b for b in daytime if b.weekday == n], frame))
            for n, name in enumerate(WEEKDAYS[:5], 1)
        ),
        tuple(range(frame.first, max(last, LAST) + 1)),
        tuple(_placed(block, frame) for block in rest),
    )


def _column(blocks: Sequence[Block], frame: _Frame) -> tuple[Placed, ...]:
    """The blocks of a day; those that overlap stand side by side."""
    lanes: list[time] = []
    places = []
    for block in blocks:
        lane = next((n for n, until in enumerate(lanes) if until <= block.start), len(lanes))
        lanes[lane : lane + 1] = [block.end]
        places.append(lane)
    return tuple(_placed(block, frame, lane, len(lanes)) for block, lane in zip(blocks, places, strict=True))


def _placed(block: Block, frame: _Frame, lane: int = 0, lanes: int = 1) -> Placed:
    colour, kind = KINDS[block.kind]
    return Placed(
        group=block.group,
        title=block.label,
        kind=str(kind),
        place=block.place.name if block.place else "",
        weekday=str(WEEKDAYS[block.weekday - 1]),
        start=block.start,
        end=block.end,
        since=block.period.first_day if block.period.first_day > frame.begins else None,
        colour=colour,
        from_top=_in_hours(_minute(block.start) - frame.first * HOUR),
        hours=_in_hours(_minute(block.end) - _minute(block.start)),
        lane=lane,
        lanes=lanes,
        marks=frame.marks.get(block, ()),
    )


def _minute(moment: time) -> int:
    return moment.hour * HOUR + moment.minute


def _in_hours(minutes: int) -> str:
    """Minutes as hours with two decimals, as a style sheet reads them whatever the language."""
    return f"{minutes // HOUR}.{minutes % HOUR * 100 // HOUR:02}"
