"""Byggsten compiled: person-week state, four look-ups a person, then the rules as one compiled loop.

``load`` takes the number of threads, or «rows»: then each run also builds the state anew from the raw rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench import slice_book, week_state
from bench.slice_data import NEVER
from byggsten.domain.rules.calendar import NEVER_DAY
from byggsten.rulebook.population import decide_columns, prepare

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.slice_data import Columns, Population
    from byggsten.domain.rules import Rulebook
    from byggsten.rulebook.columns import Columns as Prepared
    from byggsten.rulebook.population import Outcomes

CORES = 2
# The product numbers days from year 1, the made-up columns from 1970.
SHIFT = 719163
DATES = ("born", "permit_date", "resident_from", "plan_start", "reviewed")


@dataclass
class Nation:
    """Everybody's facts as columns, and the state from which the weekly ones are looked up."""

    book: Rulebook
    population: Population
    state: week_state.State
    deadline: NDArray[np.int32]
    counted: NDArray[np.int32]
    held: Prepared
    threads: int
    from_rows: bool

    def decide(self, day: int) -> Outcomes:
        """All rules as of a day: the weekly facts are looked up anew, what never changes is kept."""
        if self.from_rows:
            self.state = week_state.build(self.population, self.threads)
        week_state.facts(self.state, day, self.deadline, self.counted, self.threads)
        self.held.renew(self.book, dict(zip(week_state.FACTS, self.counted, strict=True)))
        return decide_columns(self.book, slice_book.as_date(day), self.held, threads=self.threads)

    @property
    def touched(self) -> int:
        """Bytes that one question must move: facts, four cache lines of state a person, outcomes."""
        facts = sum(column.nbytes for column in [*self.held.arrays.values(), *self.held.fixed.values()])
        places = self.state.start.nbytes + self.state.first_week.nbytes + self.deadline.nbytes
        return facts + places + len(self.population) * (4 * 64 + 2 * len(self.book.rules))


def load(population: Population, option: str = "1") -> Nation:
    """The nation's columns, checked once."""
    book = slice_book.load()
    columns: Columns = {}
    for name, column in population.people.items():
        moved = column
        if name in DATES:
            moved = np.where(column == NEVER, NEVER_DAY, column.astype(np.int64) + SHIFT).astype(np.int32)
        columns[slice_book.NAMES[name]] = moved
    counted = np.zeros((len(week_state.FACTS), len(population)), np.int32)
    held = prepare(book, columns | dict(zip(week_state.FACTS, counted, strict=True)))
    threads = 1 if option == "1" else CORES
    state, deadline = week_state.build(population, threads), slice_book.civic_deadline(population)
    return Nation(book, population, state, deadline, counted, held, threads, option == "rows")


def run(nation: Nation, day: int) -> Columns:
    """All outcomes as of a day."""
    found = nation.decide(day)
    columns = {name: found.outcomes[rule] for name, rule in slice_book.RULES.items()}
    columns["report"] = slice_book.REPORTS[found.outcomes["rapport"]]
    columns["reason"] = found.rows["status"]
    return columns
