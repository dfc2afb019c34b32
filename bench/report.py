"""The figures as a page of the reference: what must be reached first, then each table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench import nation_sections, sections
from bench.tables import table
from bench.timing import short

if TYPE_CHECKING:
    from datetime import date

    from bench.history import History
    from bench.municipality import Judged
    from bench.nation import Nation
    from bench.national_book import RealBook
    from bench.pages import Pages
    from bench.person import OnePerson
    from bench.sections import Thousand
    from bench.timing import Spread

OURS, OPENFISCA = "Byggsten, compiled, two threads", "OpenFisca-Core"
HEAD = """# Benchmarks

Written by `make bench` on {day}, commit `{commit}`; do not edit.
Each figure is a median, with the lowest and the highest median of the rounds in brackets.

The machine was **shared with other work** while this ran: load {before:.1f} before and {after:.1f} after.
Single figures can be off by a third; the ratios are taken in the same run, engines asked in turn.
All people are made up.
Before any time is taken every engine must give the same outcomes for everybody: on even weeks,
on ragged ones (nobody's hours, ended, not begun) and on ten years of history.
"""


@dataclass
class Results:
    """Everything one run found out; a part that was not asked for is None or empty."""

    machine: dict[str, str]
    bandwidth: float = 0.0
    load: tuple[float, float] = (0.0, 0.0)
    one: list[OnePerson] = field(default_factory=list)
    thousands: list[Thousand] = field(default_factory=list)
    judged: Judged | None = None
    nation: Nation | None = None
    real: list[RealBook] = field(default_factory=list)
    history: History | None = None
    pages: Pages | None = None
    start: dict[str, Spread] = field(default_factory=dict)


@dataclass(frozen=True)
class Need:
    """One thing to reach.  ``most``: the limit is the highest allowed, otherwise the lowest.

    ``aim``: something to strive for, which fails no run.
    """

    what: str
    limit: float
    figure: float
    unit: str
    most: bool = True
    aim: bool = False

    @property
    def reached(self) -> bool:
        return self.figure <= self.limit if self.most else self.figure >= self.limit


def written(found: Results, day: date) -> str:
    """The whole page."""
    head = HEAD.format(
        day=day,
        commit=found.machine["commit"],
        before=found.load[0],
        after=found.load[1],
    )
    parts = [
        head,
        _machine(found),
        _needs(found),
        sections.one_person(found.one),
        sections.without_compiler(found.thousands, found.judged),
        nation_sections.nation(found.nation, found.bandwidth),
        nation_sections.real_book(found.real),
        nation_sections.history(found.history, found.bandwidth),
        sections.pages(found.pages),
        sections.start(found.start),
    ]
    return "\n".join(part for part in parts if part)


def needs(found: Results) -> list[Need]:
    """What the product promises, as far as this run measured it."""
    out = []
    if found.one:
        out += [
            Need("One person of the slice decided", 20, found.one[0].decided.median * 1e6, "µs"),
            Need("One person of the slice explained", 200, found.one[0].explained.median * 1e6, "µs"),
        ]
    for one in found.thousands[:1]:
        out.append(Need("1 000 persons of the slice without Numba", 20, one.plain.median * 1e3, "ms"))
    if found.nation:
        out += _nation_needs(found.nation)
    for page in found.pages.measured if found.pages else ():
        out.append(Need(f"{page.name} page against a bare page (an aim)", 4, page.ratio, "times", aim=True))
    return out


def _nation_needs(nation: Nation) -> list[Need]:
    seconds = {runs.engine.name: runs.seconds for runs in nation.runs}
    rate = nation.count / seconds[OURS] / 1e6
    out = [Need("The nation's 52 weeks on two cores", 5, rate, "million persons/s", most=False)]
    if OPENFISCA in seconds:
        against = seconds[OPENFISCA] / seconds[OURS]
        out.append(Need("The same against OpenFisca-Core", 5, against, "times its rate", most=False))
    return out


def _needs(found: Results) -> str:
    rows = []
    for need in needs(found):
        limit = f"{'at most' if need.most else 'at least'} {need.limit:g} {need.unit}"
        rows.append((need.what, limit, short(need.figure), "yes" if need.reached else "**no**"))
    return "## What must be reached\n\n" + table(("need", "limit", "measured", "reached"), rows)


def _machine(found: Results) -> str:
    rows = [(name, value) for name, value in found.machine.items() if name != "commit"]
    rows.append(("memory read at best", f"{found.bandwidth / 1e9:.1f} GB/s"))
    return table(("machine and versions", ""), rows)
