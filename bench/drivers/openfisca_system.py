"""What an OpenFisca variable of the slice needs: the person, the inputs, weeks and dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
from openfisca_core import periods
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from bench.slice_data import EPOCH, WEEK0, add_months

Person = build_entity(key="person", plural="persons", label="Person", is_person=True)
DATES = ("permit_date", "resident_from", "plan_start", "reviewed")
WEEKLY = {"planned": "planned", "attended": "attended", "excused": "excused", "civic": "civic_hours"}
INPUTS: dict[str, type] = {
    "born_ymd": int,
    "permit_kind": int,
    "permit_date": dt.date,
    "resident_from": dt.date,
    "unaccompanied": bool,
    "self_supporting": bool,
    "children": int,
    "plan_start": dt.date,
    "plan_minutes": int,
    "reviewed": dt.date,
}
# Filled by ``variable``, in the order of the modules.
FORMULAS: list[type[Variable]] = []


class Window:
    """The first week any person has hours, which bounds how far back a formula must look."""

    first_week = 0


def input_variable(name: str, kind: type, unit: DateUnit) -> type[Variable]:
    attributes = {"value_type": kind, "entity": Person, "definition_period": unit, "label": name}
    if name == "reviewed":
        attributes["default_value"] = dt.date(9999, 1, 1)
    return type(name, (Variable,), {**attributes, "__module__": __name__})


def variable(cls: type) -> type[Variable]:
    """A daily variable of a person."""
    attributes = {
        "value_type": getattr(cls, "value_type", int),
        "entity": Person,
        "definition_period": DateUnit.DAY,
        "label": cls.__doc__,
        "formula": cls.formula,  # type: ignore[attr-defined]
        "__module__": __name__,
    }
    made = type(cls.__name__, (Variable,), attributes)
    FORMULAS.append(made)
    return made


def week_period(monday: dt.date) -> Any:
    """OpenFisca's period for the week that begins on a Monday."""
    year, week, _ = monday.isocalendar()
    return periods.period(f"{year}-W{week:02d}")


def weeks_back(period: Any, count: int) -> list[tuple[Any, dt.date]]:
    """The last whole weeks before the day, newest first."""
    day = dt.date(*period.start)
    monday = day - dt.timedelta(days=day.weekday() + 7)
    mondays = [monday - dt.timedelta(weeks=back) for back in range(count)]
    return [(week_period(m), m) for m in mondays]


def all_weeks(period: Any) -> list[tuple[Any, dt.date]]:
    """Every whole week with hours before the day."""
    last = ((dt.date(*period.start) - EPOCH).days - WEEK0) // 7 - 1
    return weeks_back(period, last - Window.first_week + 1)


def today(period: Any) -> np.datetime64:
    return np.datetime64(str(period.start), "D")


def later(dates: Any, months: Any) -> Any:
    return add_months(dates.astype("M8[D]").astype(np.int32), int(months)).astype("M8[D]")


def window_sum(name: str, person: Any, period: Any, parameters: Any) -> Any:
    count = int(parameters(period).plikt.fonster)
    return sum(person(name, week) for week, _ in weeks_back(period, count))
