"""The day's way: from home to the first place, on to the next, and home again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.organisations import Place
    from byggsten.domain.travel import TravelTimes
    from byggsten.domain.week_grid.blocks import Block


def day_travel(blocks: Iterable[Block], home: Place | None, travel: TravelTimes) -> Mapping[int, int | None]:
    """Minutes on the way each weekday that has somewhere to go; None where some part is unknown."""
    found: dict[int, int | None] = {}
    away = [block for block in blocks if not block.anywhere]
    for weekday in sorted({block.weekday for block in away}):
        day = sorted((b for b in away if b.weekday == weekday), key=lambda b: (b.start, b.end, b.group))
        stops = [home, *(block.place for block in day), home]
        legs = [travel.minutes(one, other) for one, other in pairwise(stops)]
        known = [leg for leg in legs if leg is not None]
        found[weekday] = sum(known) if len(known) == len(legs) else None
    return found
