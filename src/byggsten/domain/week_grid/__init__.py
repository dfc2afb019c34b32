"""A normal week drawn from chosen offers: its blocks, sums, collisions, journeys and holidays."""

from byggsten.domain.week_grid.blocks import Block, Window, block_at, grid, narrowed
from byggsten.domain.week_grid.conflicts import (
    Clash,
    ShortGap,
    collisions,
    meet,
    outside_care,
    short_gaps,
    too_close,
)
from byggsten.domain.week_grid.journeys import day_travel
from byggsten.domain.week_grid.sums import (
    Holiday,
    Stretch,
    by_weekday,
    holidays,
    in_force,
    lowest_mean,
    stretches,
    week_minutes,
)

__all__ = [
    "Block",
    "Clash",
    "Holiday",
    "ShortGap",
    "Stretch",
    "Window",
    "block_at",
    "by_weekday",
    "collisions",
    "day_travel",
    "grid",
    "holidays",
    "in_force",
    "lowest_mean",
    "meet",
    "narrowed",
    "outside_care",
    "short_gaps",
    "stretches",
    "too_close",
    "week_minutes",
]
