"""How many minutes the blocks come to: a day, a week, over time, and what the holidays take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Period, holidays_of
from byggsten.domain.week_grid.blocks import both

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from byggsten.domain.week_grid.blocks import Block

# A plan until further notice is looked at a year ahead.
_AHEAD = timedelta(weeks=53)
# Nobody plans further ahead; also keeps the counting of days short.
_LONGEST = timedelta(weeks=160)
# The law's average is over four weeks.
_WEEKS, _SPAN = 4, 28


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days during which the same blocks are taken, and what a whole week of them comes to."""

    period: Period
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off on which there would have been blocks, and the minutes that it takes."""

    day: date
    name: str
    minutes: Minutes


def in_force(blocks: Iterable[Block], day: date) -> tuple[Block, ...]:
    """The blocks whose period the day belongs to, of all weekdays."""
    return tuple(block for block in blocks if day in block.period)


def by_weekday(blocks: Iterable[Block]) -> Mapping[int, Minutes]:
    """Minutes of each weekday, Monday 1 to Sunday 7."""
    found = dict.fromkeys(range(1, 8), 0)
    for block in blocks:
        found[block.weekday] += block.minutes
    return {day: Minutes(minutes) for day, minutes in found.items()}


def stretches(blocks: Sequence[Block], period: Period) -> tuple[Stretch, ...]:
    """The period cut where the week changes; each stretch with the minutes of a whole week."""
    cuts = {period.first_day}
    for block in blocks:
        within = both(block.period, period)
        if within is None:
            continue
        cuts.add(within.first_day)
        if within.last_day is not None and within.last_day != period.last_day:
            cuts.add(within.last_day + timedelta(days=1))
    found: list[Stretch] = []
    starts = sorted(cuts)
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = period.last_day if following is None else following - timedelta(days=1)
        minutes = Minutes(sum(block.minutes for block in in_force(blocks, start)))
        if found and found[-1].minutes == minutes:
            found[-1] = Stretch(Period(found[-1].period.first_day, last), minutes)
        else:
            found.append(Stretch(Period(start, last), minutes))
    return tuple(found)


def week_minutes(blocks: Sequence[Block]) -> Minutes:
    """Minutes of the fullest normal week; more blocks never make it less."""
    starts = {block.period.first_day for block in blocks}
    return Minutes(max((sum(b.minutes for b in in_force(blocks, day)) for day in starts), default=0))


def lowest_mean(blocks: Sequence[Block]) -> Minutes:
    """Minutes a week of the leanest four weeks in a row between the first and the last of the blocks.

    Normal weeks: holidays are not taken away.  Blocks that do not last four weeks count by their fullest.
    """
    if len({block.period for block in blocks}) < 2:
        return week_minutes(blocks)
    first = min(block.period.first_day for block in blocks)
    last = max(block.period.last_day or first + _AHEAD for block in blocks)
    days = [
        first + timedelta(days=number) for number in range((min(last, first + _LONGEST) - first).days + 1)
    ]
    if len(days) < _SPAN:
        return week_minutes(blocks)
    given = [
        sum(b.minutes for b in blocks if b.weekday == day.isoweekday() and day in b.period) for day in days
    ]
    summed = [0, *accumulate(given)]
    return Minutes(min(to - since for since, to in zip(summed, summed[_SPAN:], strict=False)) // _WEEKS)


def holidays(blocks: Sequence[Block], period: Period) -> tuple[Holiday, ...]:
    """The days off in the period on which there are blocks; at most a year ahead."""
    last = period.first_day + _AHEAD
    if period.last_day is not None:
        last = min(last, period.last_day)
    found = []
    for year in range(period.first_day.year, last.year + 1):
        for day, name in sorted(holidays_of(year).items()):
            if not period.first_day <= day <= last:
                continue
            minutes = sum(b.minutes for b in blocks if b.weekday == day.isoweekday() and day in b.period)
            if minutes:
                found.append(Holiday(day, name, Minutes(minutes)))
    return tuple(found)
