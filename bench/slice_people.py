"""Made-up people and weekly hours, drawn by lot from a seed; nobody in it exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bench.slice_data import AS_OF, NEVER, WEEK0, Population, day_number, last_whole_week

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.slice_data import Columns


def even(count: int, seed: int = 1, weeks: int = 52) -> Population:
    """Exactly ``weeks`` complete weeks for each, up to AS_OF."""
    rng = np.random.default_rng(seed)
    people = _people(rng, count, AS_OF - 900, AS_OF - 20)
    first = np.full(count, last_whole_week(AS_OF) - weeks + 1, np.int32)
    return _with_hours(rng, people, np.full(count, weeks), first)


def ragged(count: int, seed: int = 11) -> Population:
    """From none to sixty weeks each, some ended long ago, some not begun: what even data hides."""
    rng = np.random.default_rng(seed)
    people = _people(rng, count, AS_OF - 900, AS_OF + 40)
    first = (last_whole_week(AS_OF) + rng.integers(-70, 4, count)).astype(np.int32)
    return _with_hours(rng, people, rng.integers(0, 61, count), first)


def history(count: int, seed: int = 2) -> Population:
    """Ten-odd years: permits from 2015 to 2026, about a hundred weekly rows each."""
    rng = np.random.default_rng(seed)
    people = _people(rng, count, day_number(2015, 6, 1), day_number(2026, 6, 1))
    first = ((people["plan_start"].astype(np.int32) - WEEK0) // 7 + 1).astype(np.int32)
    return _with_hours(rng, people, rng.integers(90, 112, count), first)


def _people(rng: np.random.Generator, count: int, first: int, last: int) -> Columns:
    permit = rng.integers(first, last, count).astype(np.int32)
    plan = (permit + rng.integers(0, 120, count)).astype(np.int32)
    reviewed = np.where(rng.random(count) < 0.6, plan + 365 + rng.integers(0, 90, count), NEVER)
    return {
        "born": (permit - rng.integers(2 * 365, 75 * 365, count)).astype(np.int32),
        "permit_kind": rng.choice(8, count, p=[0.02, 0.3, 0.2, 0.1, 0.28, 0.04, 0.04, 0.02]).astype(np.uint8),
        "permit_date": permit,
        "resident_from": (permit + rng.integers(-30, 60, count)).astype(np.int32),
        "unaccompanied": rng.random(count) < 0.05,
        "self_supporting": rng.random(count) < 0.15,
        "children": rng.choice(5, count, p=[0.4, 0.2, 0.2, 0.15, 0.05]).astype(np.uint8),
        "plan_start": plan,
        "plan_minutes": rng.choice(np.array([1200, 1800, 2160, 2400, 2520], np.int16), count),
        "reviewed": reviewed.astype(np.int32),
    }


def _with_hours(
    rng: np.random.Generator, people: Columns, length: NDArray[np.int64], first: NDArray[np.int32]
) -> Population:
    start = np.zeros(len(length) + 1, np.int64)
    np.cumsum(length, out=start[1:])
    total = int(start[-1])
    planned = rng.integers(100, 177, total, dtype=np.uint8)
    planned[rng.random(total, dtype=np.float32) < 0.06] = 0  # holidays
    lost = (planned * _missed(rng, length, total)).astype(np.uint8)
    excused = (lost * rng.random(total, dtype=np.float32) ** 2).astype(np.uint8)
    attended = planned - lost
    civic = np.minimum(attended, rng.integers(0, 17, total, dtype=np.uint8))
    hours: Columns = {"planned": planned, "attended": attended, "excused": excused, "civic": civic}
    return Population(people, hours, start, first)


def _missed(rng: np.random.Generator, length: NDArray[np.int64], total: int) -> NDArray[np.float32]:
    """The share of a week that is missed: diligent people miss little, the least diligent in long runs."""
    kind = np.repeat(rng.random(len(length), dtype=np.float32), length)
    chance = rng.random(total, dtype=np.float32)
    missed = np.float32(0.25) + np.float32(0.75) * chance
    for bound, factor in ((0.9, 0.6), (0.75, 0.12), (0.25, 0.0)):
        missed = np.where(kind < np.float32(bound), chance * np.float32(factor), missed)
    return missed
