"""Ten years: about a hundred weekly rows each, and the state of everybody on the first day of 120 months."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass

import numpy as np

from bench import week_state
from bench.drivers import with_byggsten
from bench.engines import Disagreement
from bench.slice_data import day_number
from bench.slice_people import even, history
from bench.timing import Spread, spread_of

MONTHS = [day_number(year, month, 1) for year in range(2017, 2027) for month in range(1, 13)]


@dataclass(frozen=True)
class History:
    """What the months cost, all of them and each, and the memory that the state and the process took."""

    people: int
    rows: int
    build_s: float
    state_mb: float
    months_s: tuple[float, ...]
    month: Spread
    peak_mb: float


def measure(count: int, *, rounds: int) -> History:
    """Build the state once, then answer for each month; the counts of every round must be the same."""
    population = history(count)
    _warm()
    begun = time.perf_counter()
    week_state.build(population, with_byggsten.CORES)
    build_s = time.perf_counter() - begun
    nation = with_byggsten.load(population, "2")
    # The years cross a change of law in the rules: compile for each before the clock starts.
    for day in MONTHS[:: len(MONTHS) // 5]:
        nation.decide(day)
    totals, times, checks = [], [], set()
    for _ in range(rounds):
        counts, singles = _series(nation)
        totals.append(sum(singles))
        times.append(singles)
        checks.add(int(np.dot(counts.ravel(), np.arange(counts.size) % 997 + 1)))
    if len(checks) != 1:
        raise Disagreement(f"the months were counted differently in different rounds: {sorted(checks)}")
    return History(
        people=count,
        rows=int(population.start[-1]),
        build_s=build_s,
        state_mb=nation.state.nbytes / 2**20,
        months_s=tuple(totals),
        month=spread_of(times),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _series(nation: with_byggsten.Nation) -> tuple[np.ndarray, list[float]]:
    """People by group and status each month, and the seconds of each."""
    counts, seconds = np.zeros((len(MONTHS), 5, 4), np.int64), []
    for number, day in enumerate(MONTHS):
        begun = time.perf_counter()
        found = nation.decide(day).outcomes
        crossed = found["målgrupp"].astype(np.int64) * 4 + found["status"]
        counts[number] = np.bincount(crossed, minlength=20).reshape(5, 4)
        seconds.append(time.perf_counter() - begun)
    return counts, seconds


def _warm() -> None:
    """Compile the building of the state on a few people."""
    week_state.build(even(50))
