"""The nation: a million people with 52 weeks each as of a day, in every engine, and the real book in ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.engines import ALL, OURS_ONE, PLAIN, Team
from bench.slice_data import AS_OF, day_number
from bench.slice_people import even, history, ragged

if TYPE_CHECKING:
    from bench.engines import Engine, Runs

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
