"""The report's tables of the compiled path and the engines beside it."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from bench.tables import grouped, table
from bench.timing import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.engines import Runs
    from bench.history import History
    from bench.nation import Nation
    from bench.national_book import RealBook

# The four hour columns of 52 weeks, one byte each.
HOURS_A_PERSON = 52 * 4
NATION = """## The nation: {count} persons, 52 weeks each, as of a day

The slice of bench/slice in every engine; data are loaded before the clock starts, in each engine's own form.
Byggsten's own form is a kept week state (bench/week_state.py), as OpenFisca's is a vector for each week;
«from the raw rows» builds that state anew for each question.
The memory limit is the time to read once, at the measured rate, what the question must read:
all hours ({bytes} bytes a person), or with the kept state the facts, four cache lines and the outcomes.

"""
REAL = """## The real book: {count} persons

The facts of the demo's people, repeated; outcomes are held against those of one person at a time.
«Compiled» is the first time ever; the machine code is kept on disk and «found again» by the next process.

"""
HISTORY = """## Ten years: {rows} weekly rows of {people} persons, 120 months

The slice as of the first day of every month from 2017 to 2026, on two threads; the week state is built once.

"""


def nation(found: Nation | None, bandwidth: float) -> str:
    """Everybody in every engine."""
    if found is None:
        return ""
    ours = found.runs[0].seconds
    rows = [_engine(runs, found.count, ours, bandwidth) for runs in found.runs]
    share = found.plain_count / found.count
    rows.append(_engine(found.plain, found.plain_count, ours * share, bandwidth))
    head = (
        "engine",
        "wall, ms",
        "CPU, ms",
        "million persons/s",
        "× ours",
        "× memory limit",
        "MB held + peak",
    )
    left = "".join(f"{name} was left out: {why}.\n" for name, why in found.left_out.items())
    return (
        NATION.format(count=grouped(found.count), bytes=HOURS_A_PERSON)
        + table(head, rows)
        + f"\nPlain Python ran over {grouped(found.plain_count)} persons.\n"
        + left
    )


def _engine(runs: Runs, count: int, ours: float, bandwidth: float) -> tuple[str, ...]:
    limit = (runs.touched or count * HOURS_A_PERSON) / bandwidth
    low, high = min(runs.wall_s), max(runs.wall_s)
    return (
        runs.engine.name,
        f"{short(runs.seconds * 1e3)} ({short(low * 1e3)}–{short(high * 1e3)})",
        short(median(runs.cpu_s) * 1e3),
        short(count / runs.seconds / 1e6),
        short(runs.seconds / ours),
        short(runs.seconds / limit),
        f"{runs.resident_mb:.0f} + {max(0.0, runs.peak_mb - runs.resident_mb):.0f}",
    )


def real_book(found: Sequence[RealBook]) -> str:
    """The real book for the nation, compiled."""
    if not found:
        return ""
    head = (
        "book",
        "rules / rows",
        "one thread, s",
        "two threads, s",
        "million persons/s",
        "compiled in, s",
        "found again in, s",
    )
    rows = [
        (
            one.name,
            f"{one.rules} / {one.rows}",
            one.one.shown("s"),
            one.two.shown("s"),
            short(one.count / one.two.median / 1e6),
            short(one.compile_s),
            short(one.again_s),
        )
        for one in found
    ]
    return REAL.format(count=grouped(found[0].count)) + table(head, rows)


def history(found: History | None, bandwidth: float) -> str:
    """Ten years."""
    if found is None:
        return ""
    total = median(found.months_s)
    scan = found.rows * 4 / bandwidth
    rows = [
        ("state built once, s", short(found.build_s)),
        ("120 months, s", f"{short(total)} ({short(min(found.months_s))}–{short(max(found.months_s))})"),
        ("a month, ms", found.month.shown("ms")),
        ("million person-months/s", short(120 * found.people / total / 1e6)),
        ("a month, × the time to read all hours once", short(found.month.median / scan)),
        ("state, MB", f"{found.state_mb:.0f}"),
        ("whole process at most, MB", f"{found.peak_mb:.0f}"),
    ]
    head = HISTORY.format(rows=grouped(found.rows), people=grouped(found.people))
    return head + table(("", "figure"), rows)
