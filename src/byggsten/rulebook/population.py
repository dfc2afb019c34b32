"""The same rules over a whole population, compiled; outcomes are those of one person at a time.

Needs the extra ``fast`` (numba, numpy); a municipality never needs it, a national run does.
"""

from __future__ import annotations

import weakref
from bisect import bisect_right
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from byggsten.domain.rules.bounds import SMALL, number_ranges
from byggsten.domain.rules.compile import Writer
from byggsten.rulebook.columns import WORD_BITS, Columns, prepare
from byggsten.rulebook.machine_code import loop
from byggsten.rulebook.outcomes import Outcomes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from byggsten.domain.rules.book import Rulebook
    from byggsten.rulebook.column_values import Array

__all__ = ["Columns", "Outcomes", "decide_columns", "prepare"]

# One call a thread must be worth the trouble of handing it out.
_WORTH_A_THREAD = 20_000


def decide_columns(
    book: Rulebook,
    day: date,
    columns: Mapping[str, Array] | Columns,
    wanted: tuple[str, ...] = (),
    *,
    threads: int = 1,
) -> Outcomes:
    """Decide for everybody.  Give ``prepare``d columns to ask about many days.

    Raises RulebookError as ``Rulebook.decide`` and ``prepare`` do.
    """
    held = columns if isinstance(columns, Columns) else prepare(book, columns)
    kernel = _kernel(book, day, held, wanted or tuple(book.rules))
    outcomes = {r: np.empty(held.size, kernel.dtypes[r]) for r in kernel.wanted}
    rows = {r: np.empty(held.size, np.uint8) for r in kernel.wanted}
    for name in kernel.fixed:
        if (name, kernel.law) not in held.fixed:
            kernel.fix(held)
            break
    given = [held.fixed[name, kernel.law] for name in kernel.fixed]
    arguments = [
        *(held.arrays[f] for f in kernel.facts), *given, *(held.words[w] for w in kernel.words),
        *outcomes.values(), *rows.values(),
    ]  # fmt: skip
    _spread(lambda low, high: kernel.run(low, high, day.toordinal(), *arguments), held.size, threads)
    return Outcomes(book, dict(outcomes), rows)


def _spread(run: Callable[[int, int], object], size: int, threads: int) -> None:
    """Run over all persons, in parts if it pays."""
    parts = max(1, min(threads, size // _WORTH_A_THREAD))
    ends = [size * k // parts for k in range(parts + 1)]
    if parts == 1:
        run(0, size)
        return
    with ThreadPoolExecutor(parts) as pool:
        list(pool.map(run, ends[:-1], ends[1:]))


@dataclass(slots=True)
class _Kernel:
    """Compiled loops for some rules, one day's law and what may be missing."""

    wanted: tuple[str, ...]
    law: int
    facts: list[str]
    words: list[int]
    fixed: list[str]
    fixed_dtypes: list[Any]
    dtypes: dict[str, Any]
    run: Callable[..., None]
    prepare: Callable[..., None] | None

    def fix(self, held: Columns) -> None:
        """Compute the derived values that are the same every day of this law."""
        if self.prepare is None:
            return
        made = [np.empty(held.size, dtype) for dtype in self.fixed_dtypes]
        self.prepare(0, held.size, *(held.arrays[f] for f in self.facts), *made)
        for name, array in zip(self.fixed, made, strict=True):
            held.fixed[name, self.law] = array


_Key = tuple[int, tuple[str, ...], frozenset[str], frozenset[str]]
_kernels: weakref.WeakKeyDictionary[Rulebook, dict[_Key, _Kernel]] = weakref.WeakKeyDictionary()


def _kernel(book: Rulebook, day: date, held: Columns, wanted: tuple[str, ...]) -> _Kernel:
    made = _kernels.setdefault(book, {})
    epochs = book.programs.epochs
    place = bisect_right(epochs, day.toordinal())
    key = (place, wanted, held.maybe, held.absent)
    if key not in made:
        # Before the first law there is nothing to compile, and the day asked about is the one to name.
        law = epochs[place - 1] if place else day.toordinal()
        made[key] = _compile(book, law, held, wanted)
    return made[key]


def _compile(book: Rulebook, law: int, held: Columns, wanted: tuple[str, ...]) -> _Kernel:
    writer = Writer(book.tables, wanted, law, maybe=held.maybe, absent=held.absent, word_bits=WORD_BITS)
    fixed = writer.fixed()
    given = [made.name for made in fixed]
    facts = [f for f in writer.facts if f not in held.absent]
    words = sorted({book.facts[f].index // WORD_BITS for f in facts if f in held.maybe})
    ranges = number_ranges(book.tables)
    dtypes = {r: np.uint8 if book.rules[r].outcomes else _whole(ranges[r]) for r in wanted}
    loads = {f"f_{f}": f"c_{f}[i]" for f in facts} | {f"d_{n}": f"g_{n}[i]" for n in given}
    loads |= {f"m{w}": f"w{w}[i]" for w in words}
    stores = {f"o_{r}": f"r_{r}" for r in wanted} | {f"q_{r}": f"k_{r}" for r in wanted}
    run = loop("idag", loads, writer.lines(frozenset(given)), stores)
    fixed_loads = {f"f_{f}": f"c_{f}[i]" for f in facts}
    fixed_lines = [line for made in fixed for line in writer.derived(made)]
    prepared = loop("", fixed_loads, fixed_lines, {f"g_{n}": f"d_{n}" for n in given}) if given else None
    return _Kernel(
        wanted, law, facts, words, given, [_whole(ranges[n]) for n in given], dtypes, run, prepared
    )


def _whole(limits: tuple[int, int]) -> Any:
    """The smallest kind of whole number that holds everything between the limits."""
    return np.int32 if max(-limits[0], limits[1]) < SMALL else np.int64
