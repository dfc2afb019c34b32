"""A whole municipality, without the compiler: the demo's people judged, and a thousand decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from bench.person import Asked
from bench.slice_data import AS_OF, EPOCH
from bench.timing import Spread, spread_of
from byggsten.domain.dates import Week
from byggsten.domain.duty import Rules, assess_weeks
from byggsten.rulebook import load, reasons
from byggsten.simulate.municipality import make_municipality

if TYPE_CHECKING:
    from byggsten.domain.case import Case

OVERLAYS = ("norrtalje", "demo")
SEED = 1


@dataclass(frozen=True)
class Town:
    """The demo's people with plans, the rules that judge them, and the week that ended last."""

    cases: tuple[Case, ...]
    rules: Rules
    week: Week


@dataclass(frozen=True)
class Judged:
    """Seconds a person and week, from rows to a judged week; one week or half a year at a time."""

    people: int
    hours: int
    one_week: Spread
    half_year: Spread


def make_town(persons: int) -> Town:
    """The municipality of ``byggsten demo``, in memory."""
    rules = Rules(load("plikt", OVERLAYS), load("narvaro", OVERLAYS), reasons(OVERLAYS))
    made = make_municipality(SEED, persons, EPOCH + timedelta(days=AS_OF - 1))
    cases = tuple(made.case(life) for life in made.lives if life.plans)
    return Town(cases, rules, Week.of(made.until))


def asked_of(town: Town, name: str, wanted: tuple[str, ...] = ()) -> Asked:
    """The real book with the real facts of the town's people that week."""
    people = [
        dict(assess_weeks(case, [town.week], town.rules, on=town.week.sunday)[0].facts.values)
        for case in islice(town.cases, 300)
    ]
    return Asked(name, town.rules.duty, town.week.sunday, people, wanted)


def judge(town: Town, *, rounds: int, people: int) -> Judged:
    """Settle the hours, add up the ledger, decide all rules: for each person and week."""
    cases = town.cases[:people]
    return Judged(
        len(cases),
        sum(len(case.sessions) for case in cases),
        spread_of([_times(town, cases, 1) for _ in range(rounds)]),
        spread_of([_times(town, cases[: people // 4], 26) for _ in range(rounds)]),
    )


def _times(town: Town, cases: tuple[Case, ...], weeks: int) -> list[float]:
    """Seconds a week for each person."""
    wanted = [town.week.plus(-back) for back in range(weeks)]
    found = []
    for case in cases:
        begun = perf_counter()
        assess_weeks(case, wanted, town.rules, on=town.week.sunday)
        found.append((perf_counter() - begun) / weeks)
    return found


def thousand(asked: Asked, *, rounds: int) -> tuple[Spread, Spread]:
    """Seconds for a thousand people decided one by one: from numbered facts, and from plain ones."""
    book, day = asked.book, asked.day
    plain = [asked.people[k % len(asked.people)] for k in range(1000)]
    numbered = [book.encode(facts) for facts in plain]
    found: tuple[list[list[float]], list[list[float]]] = ([], [])
    for times, people in zip(found, (numbered, plain), strict=True):
        for _ in range(rounds):
            begun = perf_counter()
            for facts in people:
                book.decide(day, facts, asked.wanted)
            times.append([perf_counter() - begun])
    return spread_of(found[0]), spread_of(found[1])
