"""The report's tables of what the product does without a compiler; what was not measured is an empty text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.tables import grouped, table
from bench.timing import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.municipality import Judged
    from bench.pages import Pages
    from bench.person import OnePerson
    from bench.timing import Spread

ONE_PERSON = """## One person

Plain Python, nothing compiled.
«Decided» starts from numbered facts, the others from a dictionary of facts that is checked first.
«Explained» is the outcome, the row, the Swedish sentence with its blanks filled, every fact with its label,
value and origin, every parameter with its value, day and source, the sources, and what is missing.
`plikt` is the real book, asked about the demo's people with plans in the last whole week.

"""
MUNICIPALITY = """## A municipality, without Numba

A thousand persons decided one by one:

"""
JUDGED = """
The demo's people with plans ({people} of them, {hours} planned hours), from rows as the records hold them to
a judged week: every hour settled, the ledger added up, all rules decided.

"""
PAGES = """## Pages

Over HTTP on this machine, signed in, with {people} persons, served by the same program as `byggsten demo`.
All pages are asked in turn.
The bare page asks one question of the database behind the same middleware; «no middleware» is the least that
Django and the server can do.
Questions to the database are counted with {few} persons and with {people}.

"""


@dataclass(frozen=True)
class Thousand:
    """A thousand people decided one by one under a book: from numbered and from plain facts."""

    name: str
    numbered: Spread
    plain: Spread


def one_person(found: Sequence[OnePerson]) -> str:
    """Microseconds for one person."""
    if not found:
        return ""
    head = ("book", "rules / rows", "decided, µs", "checked and decided, µs", "explained, µs", "p95, µs")
    rows = [
        (
            one.asked.name,
            f"{one.asked.rules} / {one.asked.rows}",
            one.decided.shown("µs"),
            one.from_facts.shown("µs"),
            one.explained.shown("µs"),
            short(one.explained.p95 * 1e6),
        )
        for one in found
    ]
    return ONE_PERSON + table(head, rows)


def without_compiler(thousands: Sequence[Thousand], judged: Judged | None) -> str:
    """Milliseconds for a municipality."""
    if not thousands or judged is None:
        return ""
    rows = [(t.name, t.numbered.shown("ms"), t.plain.shown("ms")) for t in thousands]
    weeks = [
        ("one week", judged.one_week.shown("ms")),
        ("26 weeks at once", judged.half_year.shown("ms")),
    ]
    return (
        MUNICIPALITY
        + table(("book", "from numbered facts, ms", "from plain facts, ms"), rows)
        + JUDGED.format(people=grouped(judged.people), hours=grouped(judged.hours))
        + table(("asked for", "ms a person and week"), weeks)
    )


def pages(found: Pages | None) -> str:
    """Pages over HTTP."""
    if found is None:
        return ""
    bare = found.bare
    rows = [
        ("no middleware", found.naked.shown("ms"), short(found.naked.p95 * 1e3), "", "", "1"),
        ("bare", bare.shown("ms"), short(bare.p95 * 1e3), "1", "1", ""),
    ]
    rows += [
        (
            page.name,
            page.spread.shown("ms"),
            short(page.spread.p95 * 1e3),
            short(page.ratio),
            short(page.ratio_p95),
            f"{page.queries_few} / {page.queries_all}",
        )
        for page in found.measured
    ]
    head = ("page", "median, ms", "p95, ms", "median, × bare", "p95, × bare", "questions, few / all")
    return PAGES.format(people=grouped(found.people), few=found.few) + table(head, rows)


def start(found: dict[str, Spread]) -> str:
    """From Enter to the last line."""
    if not found:
        return ""
    rows = [(f"`{name}`", spread.shown("ms")) for name, spread in found.items()]
    return "## Start\n\nA new process each time, from Enter to the end.\n\n" + table(("command", "ms"), rows)
