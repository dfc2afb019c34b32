"""The shape of the people and weekly hours that every engine here judges, and its days and months.

Units: days since 1970-01-01 (int32), weeks since Monday 2015-01-05, quarter-hours (uint8, at most 63.75 h).
The people themselves are drawn by lot in ``slice_people``.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Columns = dict[str, NDArray[np.generic]]

EPOCH = dt.date(1970, 1, 1)
WEEK0 = (dt.date(2015, 1, 5) - EPOCH).days
NEVER = 2**31 - 1
AS_OF = (dt.date(2026, 11, 23) - EPOCH).days

PERMITS = ("inget", "flykting", "skyddsbehövande", "kvotflykting", "anhörig", "arbete", "studier", "olovlig")
HOURS = ("planned", "attended", "excused", "civic")
# What every engine returns, one small number a person and column.
OUTCOMES = ("group", "civic", "review", "status", "report", "child", "reason")


@dataclass(frozen=True)
class Population:
    """People, and their weekly rows in order of person and week.

    The rows of person k are ``start[k]:start[k + 1]``, one for each week from ``first_week[k]``.
    """

    people: Columns
    hours: Columns
    start: NDArray[np.int64]
    first_week: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.first_week)

    def keys(self) -> Columns:
        """Person and week of each row, which the engines that work on tables need."""
        length = np.diff(self.start)
        within = np.arange(self.start[-1], dtype=np.int32) - np.repeat(self.start[:-1], length).astype(
            np.int32
        )
        person = np.repeat(np.arange(len(self), dtype=np.int32), length)
        return {"pid": person, "week": (within + np.repeat(self.first_week, length)).astype(np.int16)}

    def save(self, folder: Path) -> None:
        """Write plain arrays, one file each, for a driver in another process or environment."""
        folder.mkdir(parents=True, exist_ok=True)
        parts = {"people": self.people, "hours": self.hours}
        for part, columns in parts.items():
            for name, column in columns.items():
                np.save(folder / f"{part}-{name}.npy", column)
        np.save(folder / "start.npy", self.start)
        np.save(folder / "first_week.npy", self.first_week)
        (folder / "columns.json").write_text(json.dumps({part: list(c) for part, c in parts.items()}))

    @classmethod
    def read(cls, folder: Path) -> Population:
        """Read what ``save`` wrote."""
        names = json.loads((folder / "columns.json").read_text())
        people, hours = (
            {name: np.load(folder / f"{part}-{name}.npy") for name in names[part]}
            for part in ("people", "hours")
        )
        return cls(people, hours, np.load(folder / "start.npy"), np.load(folder / "first_week.npy"))


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01."""
    return (dt.date(year, month, day) - EPOCH).days


def last_whole_week(day: int) -> int:
    """The last week that ended before the day's own week began."""
    return (day - WEEK0) // 7 - 1


def add_months(day: NDArray[np.generic], months: int) -> NDArray[np.int32]:
    """The same day of a later month, or that month's last day."""
    date = np.asarray(day).astype("M8[D]")
    month = date.astype("M8[M]")
    of_month = (date - month.astype("M8[D]")).astype(np.int32)
    target = month + months
    length = ((target + 1).astype("M8[D]") - target.astype("M8[D]")).astype(np.int32)
    return target.astype("M8[D]").astype(np.int32) + np.minimum(of_month, length - 1)


def as_ymd(day: int) -> int:
    """A day number as the decimal number yyyymmdd, whose differences give whole years."""
    date = EPOCH + dt.timedelta(days=int(day))
    return date.year * 10000 + date.month * 100 + date.day


def ymd_of(day: NDArray[np.generic]) -> NDArray[np.int32]:
    """Day numbers as yyyymmdd."""
    date = day.astype("M8[D]")
    month, year = date.astype("M8[M]"), date.astype("M8[Y]")
    of_year = (month - year.astype("M8[M]")).astype(int) + 1
    of_month = (date - month.astype("M8[D]")).astype(int) + 1
    return ((year.astype(int) + 1970) * 10000 + of_year * 100 + of_month).astype(np.int32)
