"""The demonstration's people and groups as a proposal reads them: situations and offers, in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bench.municipality import OVERLAYS, SEED
from bench.slice_data import AS_OF, EPOCH
from byggsten.domain.catalogue import Offer, Slot
from byggsten.domain.competence_estimate import Profile
from byggsten.domain.dates import Minutes, Period, Week
from byggsten.domain.duty import Rules
from byggsten.domain.planning import BuildingBlock, SwedishLevel
from byggsten.optimise.needs import Around, situated
from byggsten.rulebook import load, reasons
from byggsten.simulate.demands import demand_of
from byggsten.simulate.municipality import make_municipality

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.plan_findings import Situation
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
