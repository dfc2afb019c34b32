"""The real book over a million people, on the compiled path."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.engines import Disagreement
from bench.timing import Spread, spread_of
from byggsten.domain.rules import Rulebook, Type
from byggsten.domain.rules.calendar import NEVER_DAY
from byggsten.rulebook.population import decide_columns, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.person import Asked
    from bench.slice_data import Columns
    from byggsten.rulebook.columns import Columns as Prepared
    from byggsten.rulebook.population import Outcomes

CORES = 2


@dataclass(frozen=True)
class RealBook:
    """Seconds for all people on one and two threads, for compiling, and for finding that again."""

    name: str
    count: int
    rules: int
    rows: int
    compile_s: float
    again_s: float
    one: Spread
    two: Spread


def measure(asked: Asked, count: int, *, rounds: int) -> RealBook:
    """The demo's people, repeated to ``count``, under the real book."""
    columns, missing = _columns(asked, count)
    held = prepare(asked.book, columns, missing)
    with tempfile.TemporaryDirectory() as folder, _cache_in(folder):
        compiled, found = _first_time(asked, held)
        again, _ = _first_time(asked, held)
    _same_as_one_by_one(asked, found.outcomes)
    decide_columns(asked.book, asked.day, held, asked.wanted)
    times: dict[int, list[list[float]]] = {1: [], CORES: []}
    for _ in range(rounds):
        for threads, all_times in times.items():
            begun = time.perf_counter()
            decide_columns(asked.book, asked.day, held, asked.wanted, threads=threads)
            all_times.append([time.perf_counter() - begun])
    one, two = spread_of(times[1]), spread_of(times[CORES])
    return RealBook(asked.name, count, len(found.outcomes), asked.rows, compiled, again, one, two)


def _first_time(asked: Asked, held: Prepared) -> tuple[float, Outcomes]:
    """Seconds for a book that is new to this process, and what it gave."""
    book = Rulebook(asked.book.tables)
    begun = time.perf_counter()
    found = decide_columns(book, asked.day, held, asked.wanted)
    return time.perf_counter() - begun, found


@contextmanager
def _cache_in(folder: str) -> Iterator[None]:
    """Keep compiled rules in a folder of their own for a while, so that the first time is a first time."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = folder
    try:
        yield
    finally:
        del os.environ["XDG_CACHE_HOME"]
        if before is not None:
            os.environ["XDG_CACHE_HOME"] = before


def _columns(asked: Asked, count: int) -> tuple[Columns, Columns]:
    """The facts as columns, and where they are missing; a fact that everybody lacks has no column."""
    columns: Columns = {}
    missing: Columns = {}
    take = np.arange(count) % len(asked.people)
    for name, fact in asked.book.facts.items():
        values = [facts[name] for facts in asked.people]
        gone = np.array([value is None for value in values])
        if gone.all():
            continue
        if fact.type is Type.DATE:
            column = np.array([NEVER_DAY if v is None else v.toordinal() for v in values], np.int32)
        elif fact.type is Type.CODE:
            codes = {word: k for k, code in enumerate(fact.codes) for word in (code.name, code.code)}
            column = np.array([0 if v is None else codes[v] for v in values], np.uint8)
        else:
            column = np.array([v or 0 for v in values], np.bool_ if fact.type is Type.TRUTH else np.int32)
        columns[name], missing[name] = column[take], gone[take]
    return columns, missing


def _same_as_one_by_one(asked: Asked, outcomes: Columns) -> None:
    """Hold the compiled outcomes against those of one person at a time."""
    places = asked.book.programs.get(asked.day.toordinal(), asked.wanted).places
    for number, facts in enumerate(asked.people):
        decision = asked.book.decide(asked.day, facts, asked.wanted)
        for rule, column in outcomes.items():
            one = decision.values[places[rule]]
            if one != column[number]:
                raise Disagreement(f"{rule}: {one} for one person, {column[number]} in the column")
