"""``make bench``: measures everything and writes docs/reference/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context

from bench import history, machine, municipality, nation, national_book, pages, person, startup
from bench.engines import ROOT
from bench.report import Results, needs, written
from bench.sections import Thousand

TARGET = ROOT / "docs" / "reference" / "benchmarks.md"
PARTS = ("person", "nation", "history", "pages", "start")


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    people: int
    past: int
    town: int
    judged: int
    rounds: int
    calls: int
    bandwidth_mib: int
    requests: int


FULL = Size(1_000_000, 1_000_000, 1200, 400, 9, 2000, 1024, 200)
QUICK = Size(20_000, 5_000, 120, 20, 2, 200, 64, 10)


def measured(size: Size, parts: tuple[str, ...]) -> Results:
    """Everything asked for, the short things first."""
    before, found = machine.load(), Results(machine.described())
    if {"person", "nation"} & set(parts):
        town = municipality.make_town(size.town)
        asked = municipality.asked_of(town, "plikt, all rules")
        books = [asked, replace(asked, name="plikt, the week's duty", wanted=person.DUTY)]
        if "person" in parts:
            _person(found, size, town, books)
    if "start" in parts:
        say("start")
        found.start = startup.measure(rounds=size.rounds)
    if "pages" in parts:
        say("sidor")
        found.pages = pages.measure(size.town, requests=size.requests)
    if "nation" in parts:
        say("landet i alla motorer")
        found.nation = nation.measure(size.people, rounds=size.rounds)
        # Compiling the whole book takes longer than all the rest of a quick run.
        books = books[1:] if size is QUICK else books
        found.real = [national_book.measure(book, size.people, rounds=size.rounds) for book in books]
    if "history" in parts:
        found.history = _history(size)
    found.bandwidth = machine.read_bandwidth(size.bandwidth_mib, 20)
    found.load = (before, machine.load())
    return found


def _person(found: Results, size: Size, town: municipality.Town, real: list[person.Asked]) -> None:
    say("en person och en kommun")
    books = [person.slice_asked(), *real]
    found.one = [person.measure(book, rounds=size.rounds, calls=size.calls) for book in books]
    found.thousands = [Thousand(b.name, *municipality.thousand(b, rounds=size.rounds)) for b in books]
    found.judged = municipality.judge(town, rounds=min(3, size.rounds), people=size.judged)


def _history(size: Size) -> history.History:
    """In a process of its own, so that its peak of memory is its own."""
    say("tio år")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(history.measure, size.past, rounds=min(3, size.rounds)).result()


def say(what: str) -> None:
    """Tell what is being measured."""
    print(f"▸ Mäter {what}.", file=sys.stderr, flush=True)


def main() -> int:
    """0: all that must be reached was; 1: something was missed.  Quick figures say nothing: always 0."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, under a minute; writes nothing")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; writes nothing")
    chosen = parser.parse_args()
    found = measured(QUICK if chosen.quick else FULL, tuple(chosen.only or PARTS))
    text = written(found, datetime.now(tz=UTC).date())
    if chosen.quick or chosen.only:
        print(text)
        return 0
    TARGET.write_text(text, "utf-8")
    missed = [need for need in needs(found) if not need.reached]
    print(f"▸ {TARGET.relative_to(ROOT)}" + "".join(f"\n✗ {need.what}" for need in missed))
    return int(any(not need.aim for need in missed))
