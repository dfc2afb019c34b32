"""Person-week state: every question about a period becomes a difference of two rows.

For each person and week the state keeps running totals and the length of the current run of absent weeks.
It only grows: a corrected hour rewrites one person's rows from that week on.
Facts as of any day are then a few look-ups a person; the work follows the people, not the rows.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numba import njit
from numpy.typing import NDArray

from bench.slice_data import WEEK0, last_whole_week

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.slice_data import Population

    Days = NDArray[np.int32]

# Two local norms that reach into the counting.
WINDOW_WEEKS, ABSENT_PERCENT = 12, 20
FACTS = ("planerat", "ogiltigt", "orientering", "frånvaroveckor")
# The totals are 16 bits: 257 weeks of 255 quarter-hours fit.
LONGEST = 257


@dataclass(frozen=True)
class State:
    """Running totals of planned, unexcused and civic quarter-hours, and weeks of absence in a row."""

    totals: NDArray[np.uint16]
    run: NDArray[np.uint8]
    start: NDArray[np.int64]
    first_week: NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        return self.totals.nbytes + self.run.nbytes


def build(population: Population, threads: int = 1) -> State:
    """The state from all rows."""
    start, hours = population.start, population.hours
    if len(start) > 1 and int(np.diff(start).max()) > LONGEST:
        raise ValueError(f"a person has more than {LONGEST} weekly rows; the totals would overflow")
    rows = int(start[-1])
    totals, run = np.empty((rows, 3), np.uint16), np.empty(rows, np.uint8)
    columns = (start, hours["planned"], hours["attended"], hours["excused"], hours["civic"])
    spread(
        len(population), threads, lambda low, high: _build(low, high, *columns, ABSENT_PERCENT, totals, run)
    )
    return State(totals, run, start, population.first_week)


def facts(state: State, day: int, civic_deadline: Days, out: NDArray[np.int32], threads: int = 1) -> None:
    """Write the four FACTS of everybody as of a day into ``out``."""
    columns = (state.start, state.first_week, state.totals, state.run)
    last = last_whole_week(day)
    spread(
        len(state.first_week),
        threads,
        lambda low, high: _facts(low, high, *columns, last, WINDOW_WEEKS, civic_deadline, out),
    )


def spread(size: int, threads: int, run: Callable[[int, int], None]) -> None:
    """Run over all persons, one part a thread; the compiled loops let go of Python's lock."""
    ends = [size * part // threads for part in range(threads + 1)]
    if threads == 1:
        run(0, size)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(run, ends[:-1], ends[1:]))


@njit(cache=True, nogil=True)
def _build(low, high, start, planned, attended, excused, civic, absent_percent, totals, run):
    for person in range(low, high):
        total_planned = total_unexcused = total_civic = 0
        in_row = 0
        for r in range(start[person], start[person + 1]):
            here = np.int32(planned[r])
            unexcused = here - attended[r] - excused[r]
            total_planned += here
            total_unexcused += unexcused
            total_civic += civic[r]
            in_row = in_row + 1 if unexcused * 100 > absent_percent * here else 0
            totals[r, 0] = total_planned
            totals[r, 1] = total_unexcused
            totals[r, 2] = total_civic
            run[r] = in_row


@njit(cache=True, nogil=True)
def _facts(low, high, start, first_week, totals, run, last, window, civic_deadline, out):
    for person in range(low, high):
        begin = start[person]
        known = min(start[person + 1] - begin, last - first_week[person] + 1)
        if known <= 0:
            for j in range(4):
                out[j, person] = 0
            continue
        newest = begin + known - 1
        planned, unexcused = np.int32(totals[newest, 0]), np.int32(totals[newest, 1])
        before = last - window - first_week[person]  # the last row before the window
        if before >= 0:
            oldest = begin + min(before, known - 1)
            planned -= np.int32(totals[oldest, 0])
            unexcused -= np.int32(totals[oldest, 1])
        out[0, person] = planned
        out[1, person] = unexcused
        # Weeks that end on the deadline or before it.
        timely = min(known, (civic_deadline[person] - WEEK0 - 6) // 7 - first_week[person] + 1)
        out[2, person] = totals[begin + timely - 1, 2] if timely > 0 else 0
        out[3, person] = run[newest] if first_week[person] + known - 1 == last else 0
