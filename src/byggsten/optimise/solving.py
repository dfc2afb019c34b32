"""Solve, look at every day's journey, forbid the days that are too long, and solve again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from byggsten.optimise.candidates import too_far

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from byggsten.optimise.candidates import Candidate
    from byggsten.optimise.drawing import Drawn
    from byggsten.optimise.model import Model, Solution

# How often days are forbidden before what is left over is given up; one round has been enough so far.
_ROUNDS = 25


def solved(model: Model, people: Sequence[Drawn], *, limit: float, gap: float) -> Solution:
    """A solution in which nobody travels longer in a day than the municipality counts as reachable.

    How long a day's way is depends on all that is done that day, which no row can say beforehand.
    """
    left = limit
    solution = model.solve(limit=left, gap=gap)
    seconds = solution.seconds
    for _ in range(_ROUNDS):
        broken = [days for drawn in people for days in _too_long(drawn, solution)]
        left = limit - seconds
        if not broken or left <= 0:
            break
        for columns in broken:
            model.row([(column, 1) for column in columns], most=len(columns) - 1)
        solution = model.solve(limit=left, gap=gap)
        seconds += solution.seconds
    return replace(solution, seconds=seconds)


def kept(drawn: Drawn, solution: Solution) -> tuple[Candidate, ...]:
    """What is chosen for the person; if time ran out with a day too long, its last groups are left out."""
    chosen, looked = list(drawn.chosen(solution)), drawn.looked
    while weekdays := too_far(looked.situation, tuple(one.ready for one in chosen), looked.ground):
        del chosen[
            max(n for n, one in enumerate(chosen) if any(b.weekday in weekdays for b in one.ready.blocks))
        ]
    return tuple(chosen)


def _too_long(drawn: Drawn, solution: Solution) -> Iterator[tuple[int, ...]]:
    """The columns of each weekday whose journeys are too long together."""
    chosen = [
        (candidate.ready, column)
        for candidate, column in zip(drawn.looked.able, drawn.columns, strict=True)
        if solution.chosen(column)
    ]
    looked = drawn.looked
    for weekday in too_far(looked.situation, tuple(ready for ready, _ in chosen), looked.ground):
        yield tuple(
            column for ready, column in chosen if any(block.weekday == weekday for block in ready.blocks)
        )
