"""The slice as a book of the product's own rule engine, and made-up people as its facts."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench import week_state
from bench.drivers.codes import CIVIC_MONTHS
from bench.slice_data import EPOCH, NEVER, PERMITS, Columns, add_months
from byggsten.domain.rules import NEVER as NEVER_DATE
from byggsten.rulebook.loader import load_texts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.slice_data import Population
    from byggsten.domain.rules import FactValue, Rulebook

FOLDER = Path(__file__).resolve().parent / "slice"
# The book's name of each column.
NAMES = {
    "born": "född",
    "permit_kind": "tillstånd",
    "permit_date": "tillståndsdatum",
    "resident_from": "folkbokförd",
    "unaccompanied": "ensamkommande",
    "self_supporting": "självförsörjande",
    "children": "barn",
    "plan_start": "plan_start",
    "plan_minutes": "plan_omfattning",
    "reviewed": "uppföljd",
}
RULES = {
    "group": "målgrupp",
    "civic": "samhällsorientering",
    "review": "uppföljning",
    "status": "status",
    "child": "barnskydd",
}
# What the outcomes of the rule «rapport» are called in bench/drivers/codes.py.
REPORTS = np.array([0, 3, 15], np.uint8)


@functools.cache
def load() -> Rulebook:
    """The slice as a book, one and the same so that what is compiled for it is kept."""
    paths = sorted(FOLDER.glob("*.yaml"))
    return load_texts("skiva", [(path.name, path.read_text("utf-8"), "") for path in paths])


def civic_deadline(population: Population) -> NDArray[np.int32]:
    """The day to which civic orientation is counted."""
    return add_months(population.people["permit_date"], CIVIC_MONTHS)


def as_date(day: int) -> dt.date:
    """A day number of the columns as the product's date."""
    return NEVER_DATE if day == NEVER else EPOCH + dt.timedelta(days=int(day))


def facts_of(book: Rulebook, population: Population, day: int) -> list[dict[str, FactValue]]:
    """Each person's facts as the product takes them, one dictionary a person."""
    counted = np.empty((len(week_state.FACTS), len(population)), np.int32)
    state = week_state.build(population)
    week_state.facts(state, day, civic_deadline(population), counted)
    columns: Columns = {NAMES[name]: column for name, column in population.people.items()}
    columns |= dict(zip(week_state.FACTS, counted, strict=True))
    listed = {name: [_value(book, name, v) for v in column.tolist()] for name, column in columns.items()}
    return [dict(zip(listed, values, strict=True)) for values in zip(*listed.values(), strict=True)]


def _value(book: Rulebook, name: str, value: int) -> FactValue:
    kind = book.facts[name].type.value
    if kind == "datum":
        return as_date(value)
    return PERMITS[value] if kind == "kod" else value
