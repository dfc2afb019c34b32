"""Times as medians with their spread."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Spread:
    """Seconds: the median, the ninety-fifth percentile, and the lowest and highest median of the rounds."""

    median: float
    p95: float
    low: float
    high: float

    def shown(self, unit: str) -> str:
        """«7.1 (6.9–7.4)» in the unit."""
        factor = {"µs": 1e6, "ms": 1e3, "s": 1.0}[unit]
        return f"{short(self.median * factor)} ({short(self.low * factor)}–{short(self.high * factor)})"


def short(number: float) -> str:
    """Three figures are all that a shared machine can tell."""
    if number >= 100:
        return f"{number:,.0f}".replace(",", " ")
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def spread_of(rounds: Sequence[Sequence[float]]) -> Spread:
    """From single times in rounds."""
    every = sorted(time for one in rounds for time in one)
    medians = [median(one) for one in rounds]
    return Spread(median(every), every[int(len(every) * 0.95)], min(medians), max(medians))


def time_calls(call: Callable[[int], object], kinds: int, *, rounds: int, calls: int) -> Spread:
    """Time single calls with the numbers 0 to ``kinds`` in turn, after a round that is not counted."""
    clock = time.perf_counter_ns
    found = []
    for number in range(rounds + 1):
        times = []
        for k in range(calls):
            begun = clock()
            call((number * calls + k) % kinds)
            times.append((clock() - begun) / 1e9)
        if number:
            found.append(times)
    return spread_of(found)
