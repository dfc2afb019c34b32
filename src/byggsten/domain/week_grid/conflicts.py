"""What cannot be done in one week: two things at once, no time for the journey, no care of the children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from byggsten.domain.week_grid.blocks import both, minute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from byggsten.domain.travel import TravelTimes
    from byggsten.domain.week_grid.blocks import Block, Window


@dataclass(frozen=True, slots=True)
class Clash:
    """Two blocks that take the same time on some day."""

    one: Block
    other: Block


@dataclass(frozen=True, slots=True)
class ShortGap:
    """Two blocks after one another with less time between them than the journey takes."""

    earlier: Block
    later: Block
    gap: int
    travel: int


def collisions(blocks: Sequence[Block]) -> tuple[Clash, ...]:
    """Every pair of groups' blocks that take the same time on some day."""
    return tuple(Clash(one, other) for one, other in _pairs(blocks) if one.end > other.start)


def short_gaps(blocks: Sequence[Block], travel: TravelTimes) -> tuple[ShortGap, ...]:
    """Every pair of groups' blocks that the journey between their places does not fit between."""
    found = []
    for earlier, later in _pairs(blocks):
        needed = _needed(earlier, later, travel)
        gap = minute(later.start) - minute(earlier.end)
        if 0 <= gap < needed:
            found.append(ShortGap(earlier, later, gap, needed))
    return tuple(found)


def meet(one: Block, other: Block) -> bool:
    """Whether two blocks take the same time on some day."""
    first, second = _in_order(one, other)
    return first.end > second.start and _share_a_day(one, other)


def too_close(one: Block, other: Block, travel: TravelTimes) -> bool:
    """Whether one cannot do both: they meet, or the journey between them takes longer than the time."""
    if one.weekday != other.weekday:
        return False
    first, second = _in_order(one, other)
    gap = minute(second.start) - minute(first.end)
    return (gap < 0 or gap < _needed(first, second, travel)) and _share_a_day(one, other)


def outside_care(blocks: Iterable[Block], care: Sequence[Window]) -> tuple[Block, ...]:
    """The blocks that nobody minds the children during; the way to and from the place is not counted."""
    return tuple(
        block
        for block in blocks
        if not any(
            window.weekday == block.weekday and window.start <= block.start and block.end <= window.end
            for window in care
        )
    )


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Pairs of different groups that share a day, the earlier first."""
    ordered = sorted(blocks, key=lambda b: (b.weekday, b.start, b.end, b.group))
    for one, other in combinations(ordered, 2):
        if one.group != other.group and _share_a_day(one, other):
            yield one, other


def _in_order(one: Block, other: Block) -> tuple[Block, Block]:
    return (one, other) if (one.start, one.end) <= (other.start, other.end) else (other, one)


def _share_a_day(one: Block, other: Block) -> bool:
    """Whether both are on some one day: the weekday comes in the days that the periods share."""
    if one.weekday != other.weekday:
        return False
    shared = both(one.period, other.period)
    if shared is None:
        return False
    ahead = (one.weekday - shared.first_day.isoweekday()) % 7
    return shared.last_day is None or shared.first_day + timedelta(days=ahead) <= shared.last_day


def _needed(one: Block, other: Block, travel: TravelTimes) -> int:
    """Minutes for the journey; a time that is unknown blocks nothing."""
    if one.anywhere or other.anywhere:
        return 0
    return travel.minutes(one.place, other.place) or 0
