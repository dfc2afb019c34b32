"""Plans proposed on the demonstration's catalogue: one person at a time, and a whole town in one solve."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from bench.municipality import OVERLAYS, SEED
from bench.slice_data import AS_OF, EPOCH
from bench.timing import short
from byggsten.domain.catalogue import Offer, Slot
from byggsten.domain.competence_estimate import Profile
from byggsten.domain.dates import Minutes, Period, Week
from byggsten.domain.duty import Rules
from byggsten.domain.planning import BuildingBlock, SwedishLevel
from byggsten.optimise.needs import Around, situated
from byggsten.optimise.proposal import propose
from byggsten.optimise.whole_town import propose_all
from byggsten.rulebook import load, reasons
from byggsten.simulate.demands import demand_of
from byggsten.simulate.municipality import make_municipality

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.answers import Proposal, TownProposal
    from byggsten.simulate.groups import Group
    from byggsten.simulate.whole import Life, Municipality

WEEKS = 26


@dataclass(frozen=True)
class Made:
    """Everybody of whom something is required, or who has a right, and all groups with every seat free."""

    situations: tuple[Situation, ...]
    offers: tuple[Offer, ...]


def make(persons: int) -> Made:
    """The demonstration's people and groups, the Monday after the last whole week, all plans ended."""
    rules = Rules(load("plikt", OVERLAYS), load("narvaro", OVERLAYS), reasons(OVERLAYS))
    town = make_municipality(SEED, persons, EPOCH + timedelta(days=AS_OF - 1))
    first_day = Week.of(town.until).plus(1).monday
    everybody = (_situation(town, life, rules, first_day) for life in town.lives if life.resident.grown)
    asked = tuple(one for one in everybody if one is not None)
    return Made(asked, tuple(_offer(group, town, first_day) for group in town.groups))


def _situation(town: Municipality, life: Life, rules: Rules, first_day: date) -> Situation | None:
    """Without the plans they have: the whole town is planned anew.  None: nothing is required."""
    case = replace(town.case(life), plans=(), sessions=(), accounts=())
    around = Around(town.catalogue.places[life.resident.home], _profile(life))
    found = situated(case, rules, first_day, around)
    return None if found.voluntary or not found.required else found


def _profile(life: Life) -> Profile:
    """What a mapping would say: made up from the resident's latest course."""
    level = _level(life)
    blocks = dict.fromkeys(BuildingBlock, 2)
    blocks[BuildingBlock.LANGUAGE] = min(3, list(SwedishLevel).index(level) // 2)
    blocks[BuildingBlock.LIVELIHOOD] = 1
    return Profile(level, blocks, (), None, None, ())


def _level(life: Life) -> SwedishLevel:
    """The level that the latest sfi group of the resident's plans is for."""
    groups = [item.activity for plan in life.plans for item in plan.items if item.activity.startswith("sfi-")]
    last = groups[-1][-1] if groups else "a"
    if any(fact.code == "needs_sfi" and fact.value is True for fact in life.facts):
        return SwedishLevel(f"sfi_{last}") if last in "abcd" else SwedishLevel.SFI_C
    return SwedishLevel.BEYOND


def _offer(group: Group, town: Municipality, first_day: date) -> Offer:
    period = Period(first_day, first_day + timedelta(weeks=2 * WEEKS))
    activity, demand = group.offer.activity, demand_of(group.offer.activity)
    return Offer(
        group.reference, group.name, activity, town.catalogue.places[group.place],
        tuple(Slot(slot.weekday, slot.start, Minutes(slot.minutes), period) for slot in group.slots),
        period, group.seats, *demand.swedish, language=group.offer.language,
    )  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """Seconds a person, and the town's proposal."""

    seconds: tuple[float, ...]
    alone: tuple[Proposal, ...]
    town: TownProposal
    wall: float


def measure(made: Made, *, alone: int, together: int, limit: float) -> Measured:
    """``alone`` people one by one with every seat free, and ``together`` people in one solve."""
    times, found = [], []
    for situation in made.situations[:alone]:
        begun = perf_counter()
        found.append(propose(situation, made.offers, situation.first_day))
        times.append(perf_counter() - begun)
    begun = perf_counter()
    town = propose_all(made.situations[:together], made.offers, limit=limit)
    return Measured(tuple(times), tuple(found), town, perf_counter() - begun)


def shown(found: Measured, made: Made) -> str:
    """The figures as lines."""
    ordered = sorted(found.seconds)
    p50, p95 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
    rows = [
        f"{len(made.offers)} groups, {len(made.situations)} adults of whom something is required",
        (
            f"one person: p50 {short(p50 * 1e3)} ms, p95 {short(p95 * 1e3)} ms, "
            f"longest {short(ordered[-1] * 1e3)} ms ({len(ordered)} people)"
        ),
        *_placed("alone", found.alone),
        (
            f"together: {len(found.town.proposals)} people, solver {short(found.town.seconds)} s, "
            f"all told {short(found.wall)} s, gap {found.town.gap:.2%}, finished {found.town.finished}"
        ),
        *_placed("together", tuple(found.town.proposals.values())),
    ]
    return "\n".join(rows)


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
