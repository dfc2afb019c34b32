"""Plans proposed on the demonstration's catalogue: one person at a time, and a whole town in one solve."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from bench.proposal_people import make
from bench.timing import short
from byggsten.optimise.proposal import propose
from byggsten.optimise.whole_town import propose_all

if TYPE_CHECKING:
    from bench.proposal_people import Made
    from byggsten.optimise.answers import Proposal, TownProposal


@dataclass(frozen=True)
class Measured:
    """Seconds a person, by the clock and of the processor, and the town's proposal."""

    seconds: tuple[float, ...]
    worked: tuple[float, ...]
    alone: tuple[Proposal, ...]
    town: TownProposal
    wall: float
    cpu: float


def measure(made: Made, *, alone: int, together: int, limit: float) -> Measured:
    """``alone`` people one by one with every seat free, and ``together`` people in one solve."""
    times, worked, found = [], [], []
    for situation in made.situations[:alone]:
        begun, used = perf_counter(), process_time()
        found.append(propose(situation, made.offers, situation.first_day))
        times.append(perf_counter() - begun)
        worked.append(process_time() - used)
    begun, used = perf_counter(), process_time()
    town = propose_all(made.situations[:together], made.offers, limit=limit)
    return Measured(
        tuple(times), tuple(worked), tuple(found), town, perf_counter() - begun, process_time() - used
    )


def shown(found: Measured, made: Made) -> str:
    """The figures as lines."""
    rows = [
        f"{len(made.offers)} groups, {len(made.situations)} adults of whom something is required",
        f"one person, by the clock: {_spread(found.seconds)}",
        f"one person, of the processor: {_spread(found.worked)}",
        *_placed("alone", found.alone),
        (
            f"together: {len(found.town.proposals)} people, solver {short(found.town.seconds)} s, "
            f"all told {short(found.wall)} s ({short(found.cpu)} s of the processor), "
            f"gap {found.town.gap:.2%}, finished {found.town.finished}"
        ),
        *_placed("together", tuple(found.town.proposals.values())),
    ]
    return "\n".join(rows)


def _spread(seconds: tuple[float, ...]) -> str:
    ordered = sorted(seconds)
    p50, p95 = (ordered[int(len(ordered) * share)] * 1e3 for share in (0.5, 0.95))
    return f"p50 {short(p50)} ms, p95 {short(p95)} ms, longest {short(ordered[-1] * 1e3)} ms ({len(ordered)})"


def _placed(name: str, proposals: tuple[Proposal, ...]) -> list[str]:
    required = sum(p.required or 0 for p in proposals)
    placed = sum(min(p.minutes, p.required or 0) for p in proposals)
    unmet = Counter(f"{u.need}: {u.obstacle}" for p in proposals for u in p.unmet)
    silent = [p for p in proposals if p.required and p.required - p.minutes > 120 and not p.unmet]
    return [
        (
            f"{name}: {placed / required:.1%} of the required minutes placed, "
            f"{sum(not p.chosen for p in proposals)} without anything, {len(silent)} short without a reason"
        ),
        f"{name}, cannot be offered: " + ", ".join(f"{what} {n}" for what, n in unmet.most_common()),
    ]


def main() -> int:
    """Measure and print; writes nothing."""
    parser = argparse.ArgumentParser(prog="python -m bench.proposals", description=__doc__)
    parser.add_argument("--persons", type=int, default=1200, help="size of the municipality")
    parser.add_argument("--alone", type=int, default=200, help="people proposed for one by one")
    parser.add_argument("--together", type=int, default=500, help="people in one solve")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds for the town's solve")
    chosen = parser.parse_args()
    made = make(chosen.persons)
    print(shown(measure(made, alone=chosen.alone, together=chosen.together, limit=chosen.limit), made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
