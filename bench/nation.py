"""The nation: a million people with 52 weeks each as of a day, in every engine, and the real book in ours."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.engines import ALL, OURS_ONE, PLAIN, Disagreement, Team
from bench.slice_data import AS_OF, day_number
from bench.slice_people import even, history, ragged
from bench.timing import Spread, spread_of
from byggsten.domain.rules import Type
from byggsten.domain.rules.calendar import NEVER_DAY
from byggsten.rulebook.population import decide_columns, prepare

if TYPE_CHECKING:
    from bench.engines import Engine, Runs
    from bench.person import Asked
    from bench.slice_data import Columns

CORES = 2
# People enough to meet every row, few enough for seconds.
SMALL = 3000


@dataclass(frozen=True)
class Nation:
    """Runs on even data by engine; what could not run, and why; plain Python on fewer people."""

    count: int
    runs: tuple[Runs, ...]
    plain: Runs
    plain_count: int
    left_out: dict[str, str]


@dataclass(frozen=True)
class RealBook:
    """The real book's columns decided by the compiled path, one and two threads, and what compiling takes."""

    name: str
    count: int
    rules: int
    rows: int
    compile_s: float
    one: Spread
    two: Spread


def available() -> tuple[list[Engine], dict[str, str]]:
    """The engines that can run here, and why the others cannot."""
    reasons = {engine.name: engine.missing() for engine in (*ALL, PLAIN)}
    return [e for e in ALL if not reasons[e.name]], {name: why for name, why in reasons.items() if why}


def measure(count: int, *, rounds: int) -> Nation:
    """Hold every engine to the same answers on all kinds of people, then time them in turn on even ones."""
    chosen, left_out = available()
    with Team(chosen) as team:
        _agree_on_history(team)
        team.load(even(count))
        runs = team.time(AS_OF, rounds)
    few = min(count, 20_000)
    with Team([PLAIN, OURS_ONE]) as team:
        team.load(even(few))
        plain = team.time(AS_OF, rounds)[0]
    return Nation(count, tuple(runs), plain, few, left_out)


def _agree_on_history(team: Team) -> None:
    """Even data hide faults: people without hours, ended, not begun, and ten years of changes."""
    team.load(ragged(SMALL))
    team.agree(AS_OF)
    team.load(history(SMALL))
    for year in range(2018, 2027, 4):
        team.agree(day_number(year, 5, 17))


def real_book(asked: Asked, count: int, *, rounds: int) -> RealBook:
    """The demo's people, repeated to ``count``, under the real book."""
    columns, missing = _columns(asked, count)
    held = prepare(asked.book, columns, missing)
    begun = time.perf_counter()
    found = decide_columns(asked.book, asked.day, held, asked.wanted)
    compiled = time.perf_counter() - begun
    _same_as_one_by_one(asked, found.outcomes)
    times: dict[int, list[list[float]]] = {1: [], CORES: []}
    for _ in range(rounds):
        for threads, all_times in times.items():
            begun = time.perf_counter()
            decide_columns(asked.book, asked.day, held, asked.wanted, threads=threads)
            all_times.append([time.perf_counter() - begun])
    one, two = spread_of(times[1]), spread_of(times[CORES])
    return RealBook(asked.name, count, len(found.outcomes), asked.rows, compiled, one, two)


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
