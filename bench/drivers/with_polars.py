"""Polars: one lazy query, ``group_by`` for the facts and ``when/then`` for the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from bench.drivers import codes as k
from bench.slice_data import OUTCOMES, WEEK0, as_ymd, last_whole_week, ymd_of

if TYPE_CHECKING:
    from bench.slice_data import Columns, Population

c, lit, when = pl.col, pl.lit, pl.when
STATUS = dict(enumerate(k.STATUS_OF_REASON))


def load(population: Population) -> tuple[pl.DataFrame, pl.DataFrame]:
    """People and attendance as frames that know that they are in order."""
    people = {
        "pid": range(len(population)),
        **population.people,
        "born_ymd": ymd_of(population.people["born"]),
    }
    frame = pl.DataFrame(people, schema_overrides={"pid": pl.Int32})
    frame = frame.with_columns(c("permit_date", "plan_start").cast(pl.Date), c("pid").set_sorted())
    rows = pl.DataFrame({**population.keys(), **population.hours})
    return frame, rows.with_columns(c("pid").set_sorted())


def run(data: tuple[pl.DataFrame, pl.DataFrame], day: int) -> Columns:
    """All outcomes as of a day."""
    people, rows = data
    dated = people.lazy().with_columns(deadline=c("permit_date").dt.offset_by(f"{k.CIVIC_MONTHS}mo"))
    facts = _facts(dated, rows.lazy(), last_whole_week(day))
    found = _rules(dated.join(facts, on="pid", how="left"), day).collect().sort("pid")
    return {name: found[name].to_numpy() for name in OUTCOMES}


def _facts(people: pl.LazyFrame, rows: pl.LazyFrame, last: int) -> pl.LazyFrame:
    """Sums and the latest week without absence; masks before ``group_by`` take Polars' fast path."""
    timely = ((c("deadline").cast(pl.Int32) - WEEK0 - 6) // 7).clip(upper_bound=last).cast(pl.Int16)
    window = (c("week") > last - k.WINDOW_WEEKS) & (c("week") <= last)
    planned = c("planned").cast(pl.Int16)
    unexcused = (planned - c("attended") - c("excused")) * 100
    attending = (unexcused <= planned * k.ABSENT_PERCENT) & (c("week") <= last)
    masked = rows.join(
        people.select("pid", timely=timely), on="pid", how="left", maintain_order="left"
    ).select(
        "pid",
        "week",
        *(when(window).then(c(name)).otherwise(0).alias(name) for name in ("planned", "attended", "excused")),
        done=when(c("week") <= c("timely")).then(c("civic")).otherwise(0),
        attended_week=when(attending).then(c("week")),
        seen=when(c("week") <= last).then(c("week")),
    )
    return masked.group_by("pid").agg(
        c("planned", "attended", "excused", "done").cast(pl.Int32).sum(),
        c("attended_week", "seen").max(),
        first_week=c("week").min(),
    )


def _rules(frame: pl.LazyFrame, day: int) -> pl.LazyFrame:
    last, today = last_whole_week(day), lit(day, pl.Int32).cast(pl.Date)
    before = c("attended_week").fill_null(c("first_week") - 1).cast(pl.Int32)
    recent = c("permit_date").cast(pl.Int32) >= k.CIVIC_CHANGE
    known = frame.with_columns(c("planned", "attended", "excused", "done").fill_null(0)).with_columns(
        unexcused=c("planned") - c("attended") - c("excused"),
        in_row=when(c("seen") == last).then(last - before).otherwise(0),
        age=(lit(as_ymd(day)) - c("born_ymd")) // 10000,
        required=when(recent).then(k.CIVIC_QUARTERS).otherwise(k.CIVIC_QUARTERS_BEFORE),
        due=c("plan_start").dt.offset_by(f"{k.REVIEW_MONTHS}mo"),
    )
    child = c("covered") & (c("children") > 0) & (c("in_row") >= k.LASTING_WEEKS)
    # A name that a later rule reads is a column of its own, so that nothing is computed twice.
    return (
        known.with_columns(group=_group(day, today))
        .with_columns(covered=c("group").is_in([k.ESTABLISHMENT, k.OTHER]))
        .with_columns(civic=_civic(day, today), review=_review(day, today))
        .with_columns(reason=_reason())
        .with_columns(
            status=_first(*((c("reason") == n, s) for n, s in enumerate(k.STATUS_OF_REASON)), otherwise=0)
        )
        .with_columns(report=_report(), child=child.cast(pl.UInt8))
        .select("pid", *OUTCOMES)
    )


def _group(day: int, today: pl.Expr) -> pl.Expr:
    until = c("permit_date").dt.offset_by(f"{k.ESTABLISHMENT_MONTHS}mo")
    return _first(
        (~c("permit_kind").is_between(k.REFUGEE, k.FAMILY) | (c("permit_date") > today), k.OUTSIDE),
        (c("resident_from") > day, k.OUTSIDE),
        (c("unaccompanied") & (c("age") < 18), k.UNACCOMPANIED),
        (c("age") < 18, k.CHILD),
        ((c("age") >= k.LOWEST_AGE) & (c("age") < k.AGE_LIMIT) & (today < until), k.ESTABLISHMENT),
        (~c("self_supporting"), k.OTHER),
        otherwise=k.OUTSIDE,
    )


def _civic(day: int, today: pl.Expr) -> pl.Expr:
    weeks_left = (c("deadline").cast(pl.Int32) - day) // 7
    return _first(
        (~c("covered"), k.CIVIC_NONE),
        (c("done") >= c("required"), k.CIVIC_DONE),
        (today > c("deadline"), k.CIVIC_LATE),
        (c("required") - c("done") > weeks_left * k.CIVIC_PACE, k.CIVIC_RISK),
        otherwise=k.CIVIC_ONGOING,
    )


def _review(day: int, today: pl.Expr) -> pl.Expr:
    return _first(
        (~c("covered") | (c("plan_start") > today), k.REVIEW_NONE),
        (c("reviewed") <= day, k.REVIEW_HELD),
        (today < c("due"), k.REVIEW_AHEAD),
        (day <= c("due").cast(pl.Int32) + k.REVIEW_GRACE_DAYS, k.REVIEW_NOW),
        otherwise=k.REVIEW_LATE,
    )


def _reason() -> pl.Expr:
    return _first(
        (~c("covered"), 0),
        (c("in_row") >= k.LASTING_WEEKS, 1),
        (c("unexcused") * 100 > k.DEPARTED_PERCENT * c("planned"), 2),
        (c("unexcused") * 100 > k.RISK_PERCENT * c("planned"), 3),
        (c("civic").is_in([k.CIVIC_RISK, k.CIVIC_LATE]), 4),
        (c("plan_minutes").cast(pl.Int32) * 100 < k.PLAN_MINUTES * k.PLAN_PERCENT, 5),
        (c("review") == k.REVIEW_LATE, 6),
        otherwise=7,
    )


def _report() -> pl.Expr:
    some = (c("status") == k.AT_RISK, k.REPORT_SOME)
    return _first((~c("covered"), 0), (c("unexcused") > 0, k.REPORT_ALL), some, otherwise=0)


def _first(*rows: tuple[pl.Expr, int], otherwise: int) -> pl.Expr:
    """The outcome of the first row whose condition holds, as one expression."""
    chain: Any = pl
    for condition, outcome in rows:
        chain = chain.when(condition).then(lit(outcome, pl.UInt8))
    return chain.otherwise(lit(otherwise, pl.UInt8))
