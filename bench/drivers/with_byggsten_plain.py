"""Byggsten without Numba: the function that decides for one person, called once for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bench import slice_book
from bench.slice_data import AS_OF

if TYPE_CHECKING:
    from bench.slice_data import Columns, Population
    from byggsten.domain.rules import Encoded, Rulebook


def load(population: Population) -> tuple[Rulebook, list[Encoded]]:
    """Everybody's facts, numbered once, as of AS_OF."""
    book = slice_book.load()
    return book, [book.encode(facts) for facts in slice_book.facts_of(book, population, AS_OF)]


def run(data: tuple[Rulebook, list[Encoded]], day: int) -> Columns:
    """All outcomes as of AS_OF; the facts are those of that day."""
    if day != AS_OF:
        raise ValueError("the plain driver holds the facts of one day")
    book, everybody = data
    date = slice_book.as_date(day)
    decisions = [book.decide(date, encoded).values for encoded in everybody]
    names = list(book.programs.get(date.toordinal(), ()).rules)
    table = np.array(decisions, np.uint8).T
    found = {name: table[2 * names.index(rule)] for name, rule in slice_book.RULES.items()}
    found["report"] = slice_book.REPORTS[table[2 * names.index("rapport")]]
    found["reason"] = table[2 * names.index("status") + 1]
    return found
