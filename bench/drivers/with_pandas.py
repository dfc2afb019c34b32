"""pandas: ``groupby`` for the facts, NumPy's ``select`` for the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from bench.drivers import codes as k
from bench.slice_data import OUTCOMES, WEEK0, add_months, as_ymd, last_whole_week, ymd_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.slice_data import Columns, Population

    Facts = tuple[NDArray[np.int32], ...]
    Truths = NDArray[np.bool_]


def load(population: Population) -> tuple[Columns, pd.DataFrame]:
    """People as arrays, attendance as a frame."""
    people = {**population.people, "born_ymd": ymd_of(population.people["born"])}
    return people, pd.DataFrame({**population.keys(), **population.hours}, copy=False)


def run(data: tuple[Columns, pd.DataFrame], day: int) -> Columns:
    """All outcomes as of a day."""
    people, rows = data
    return _rules(people, day, _facts(people, rows, last_whole_week(day)))


def _facts(people: Columns, rows: pd.DataFrame, last: int) -> Facts:
    everybody = range(len(people["born"]))
    here = rows["week"].between(last - k.WINDOW_WEEKS + 1, last)
    sums = ("planned", "attended", "excused")
    window = (
        rows.loc[here, ["pid", *sums]].astype(dict.fromkeys(sums, "int32")).groupby("pid", sort=True).sum()
    )
    window = window.reindex(everybody, fill_value=0)
    timely = np.minimum((add_months(people["permit_date"], k.CIVIC_MONTHS) - WEEK0 - 6) // 7, last).astype(
        np.int16
    )
    civic = rows.loc[rows["week"].to_numpy() <= timely[rows["pid"].to_numpy()], ["pid", "civic"]]
    done = civic.astype({"civic": "int32"}).groupby("pid")["civic"].sum().reindex(everybody, fill_value=0)
    planned = window["planned"].to_numpy()
    unexcused = planned - window["attended"].to_numpy() - window["excused"].to_numpy()
    return planned, unexcused, done.to_numpy(), _in_row(rows, last, everybody)


def _in_row(rows: pd.DataFrame, last: int, everybody: range) -> NDArray[np.int32]:
    """Weeks since the latest week without absence, for those whose hours reach the last whole week."""
    planned = rows["planned"].astype("int16")
    attending = (planned - rows["attended"] - rows["excused"]) * 100 <= planned * k.ABSENT_PERCENT
    by_person = {
        "latest": rows.loc[attending & (rows["week"] <= last), ["pid", "week"]].groupby("pid")["week"].max(),
        "first": rows.groupby("pid")["week"].min(),
        "seen": rows.loc[rows["week"] <= last, ["pid", "week"]].groupby("pid")["week"].max(),
    }
    found = {name: series.reindex(everybody) for name, series in by_person.items()}
    latest = found["latest"].fillna(found["first"] - 1).fillna(0).to_numpy().astype(np.int32)
    return np.where(found["seen"].fillna(-1).to_numpy() == last, last - latest, 0)


def _rules(people: Columns, day: int, facts: Facts) -> Columns:
    planned, unexcused, done, in_row = facts
    group = _group(people, day)
    covered = (group == k.ESTABLISHMENT) | (group == k.OTHER)
    civic, review = _civic(people, day, covered, done), _review(people, day, covered)
    absent = in_row >= k.LASTING_WEEKS
    reason = _first(
        (~covered, 0),
        (absent, 1),
        (unexcused * 100 > k.DEPARTED_PERCENT * planned, 2),
        (unexcused * 100 > k.RISK_PERCENT * planned, 3),
        ((civic == k.CIVIC_RISK) | (civic == k.CIVIC_LATE), 4),
        (people["plan_minutes"].astype(np.int32) * 100 < k.PLAN_MINUTES * k.PLAN_PERCENT, 5),
        (review == k.REVIEW_LATE, 6),
        otherwise=7,
    )
    status = np.array(k.STATUS_OF_REASON, np.uint8)[reason]
    some, everybody = status == k.AT_RISK, unexcused > 0
    report = _first((~covered, 0), (everybody, k.REPORT_ALL), (some, k.REPORT_SOME), otherwise=0)
    child = (covered & (people["children"] > 0) & absent).astype(np.uint8)
    return dict(zip(OUTCOMES, (group, civic, review, status, report, child, reason), strict=True))


def _group(people: Columns, day: int) -> NDArray[np.uint8]:
    age = (as_ymd(day) - people["born_ymd"]) // 10000
    kind, permit = people["permit_kind"], people["permit_date"]
    establishing = day < add_months(permit, k.ESTABLISHMENT_MONTHS)
    return _first(
        ((kind < k.REFUGEE) | (kind > k.FAMILY) | (permit > day), k.OUTSIDE),
        (people["resident_from"] > day, k.OUTSIDE),
        (people["unaccompanied"] & (age < 18), k.UNACCOMPANIED),
        (age < 18, k.CHILD),
        ((age >= k.LOWEST_AGE) & (age < k.AGE_LIMIT) & establishing, k.ESTABLISHMENT),
        (~people["self_supporting"], k.OTHER),
        otherwise=k.OUTSIDE,
    )


def _civic(
    people: Columns, day: int, covered: NDArray[np.bool_], done: NDArray[np.int32]
) -> NDArray[np.uint8]:
    deadline = add_months(people["permit_date"], k.CIVIC_MONTHS)
    recent = people["permit_date"] >= k.CIVIC_CHANGE
    required = np.where(recent, k.CIVIC_QUARTERS, k.CIVIC_QUARTERS_BEFORE)
    return _first(
        (~covered, k.CIVIC_NONE),
        (done >= required, k.CIVIC_DONE),
        (day > deadline, k.CIVIC_LATE),
        (required - done > (deadline - day) // 7 * k.CIVIC_PACE, k.CIVIC_RISK),
        otherwise=k.CIVIC_ONGOING,
    )


def _review(people: Columns, day: int, covered: Truths) -> NDArray[np.uint8]:
    due = add_months(people["plan_start"], k.REVIEW_MONTHS)
    return _first(
        (~covered | (people["plan_start"] > day), k.REVIEW_NONE),
        (people["reviewed"] <= day, k.REVIEW_HELD),
        (day < due, k.REVIEW_AHEAD),
        (day <= due + k.REVIEW_GRACE_DAYS, k.REVIEW_NOW),
        otherwise=k.REVIEW_LATE,
    )


def _first(*rows: tuple[NDArray[np.bool_], int], otherwise: int) -> NDArray[np.uint8]:
    """The outcome of the first row whose condition holds."""
    return np.select(
        [test for test, _ in rows], [np.uint8(outcome) for _, outcome in rows], np.uint8(otherwise)
    )
