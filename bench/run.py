"""``make bench``: measures everything and writes docs/reference/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context

from bench import history, machine, municipality, nation, pages, person, startup
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
    before = machine.load()
    one, thousands, judged, real, asked = [], [], None, [], None
    if {"person", "nation"} & set(parts):
        say("en person och en kommun")
        town = municipality.make_town(size.town)
        asked = municipality.asked_of(town, "plikt, all rules")
        pruned = replace(asked, name="plikt, the week's duty", wanted=person.DUTY)
    if "person" in parts and asked:
        books = [person.slice_asked(), asked, pruned]
        one = [person.measure(book, rounds=size.rounds, calls=size.calls) for book in books]
        thousands = [Thousand(b.name, *municipality.thousand(b, rounds=size.rounds)) for b in books]
        judged = municipality.judge(town, rounds=min(3, size.rounds), people=size.judged)
    start = _start(size, parts)
    shown = _pages(size, parts)
    found = None
    if "nation" in parts and asked:
        say("landet i alla motorer")
        found = nation.measure(size.people, rounds=size.rounds)
        # Compiling the whole book takes longer than all the rest of a quick run.
        books = [pruned] if size is QUICK else [asked, pruned]
        real = [nation.real_book(book, size.people, rounds=size.rounds) for book in books]
    past = _history(size, parts)
    return Results(
        machine=machine.described(), bandwidth=machine.read_bandwidth(size.bandwidth_mib, 20),
        load=(before, machine.load()), one=one, thousands=thousands, judged=judged, nation=found,
        real=real, history=past, pages=shown, start=start,
    )  # fmt: skip


def _start(size: Size, parts: tuple[str, ...]) -> dict[str, startup.Spread]:
    if "start" not in parts:
        return {}
    say("start")
    return startup.measure(rounds=size.rounds)


def _pages(size: Size, parts: tuple[str, ...]) -> pages.Pages | None:
    if "pages" not in parts:
        return None
    say("sidor")
    return pages.measure(size.town, requests=size.requests)


def _history(size: Size, parts: tuple[str, ...]) -> history.History | None:
    """In a process of its own, so that its peak of memory is its own."""
    if "history" not in parts:
        return None
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
    missed = [need.what for need in needs(found) if not need.reached]
    print(f"▸ {TARGET.relative_to(ROOT)}" + "".join(f"\n✗ {what}" for what in missed))
    return 1 if missed else 0
