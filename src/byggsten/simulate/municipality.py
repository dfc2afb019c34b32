"""Draws a whole municipality: the same seed, size and end day always give the same one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.dates import Week
from byggsten.domain.people import Person
from byggsten.simulate.caseloads import assign
from byggsten.simulate.catalogue import catalogue
from byggsten.simulate.facts import facts
from byggsten.simulate.groups import FULL_SIZE, make_groups
from byggsten.simulate.households import settle_people
from byggsten.simulate.milestones import Milestones, milestones
from byggsten.simulate.permits import permits
from byggsten.simulate.plans import Planner
from byggsten.simulate.residents import Resident, Route
from byggsten.simulate.sessions import Calendar
from byggsten.simulate.staff import LENA, MARIA, caseworkers, guides, teachers
from byggsten.simulate.stages import Stage, as_plan, stages
from byggsten.simulate.stories import give_stories
from byggsten.simulate.terms import at
from byggsten.simulate.whole import Life, Municipality

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.simulate.groups import Group


def make_municipality(seed: int, persons: int, until: date) -> Municipality:
    """Draw the municipality; ``until`` is moved back to the Sunday that ends the last whole week."""
    week = Week.of(until)
    until = week.sunday if week.sunday <= until else week.plus(-1).sunday
    known = catalogue()
    residents = settle_people(seed, persons, until)
    give_stories(residents, seed, until)
    steps = {resident.reference: milestones(resident, seed, until) for resident in residents}
    groups = make_groups(known, seed, persons)
    planned = _plan_all(residents, steps, Planner(groups, known, seed, until), seed, until)
    groups = _in_use(groups, planned, persons)
    active = [r for r in residents if any(until in stage.period for stage in planned[r.reference])]
    workers = caseworkers(len(active))
    assigned = assign(residents, workers, seed, until)
    lives = tuple(
        Life(
            resident,
            _person(resident),
            permits(resident, seed, until),
            facts(resident, steps[resident.reference], seed, until),
            tuple(filter(None, (as_plan(stage, seed, until) for stage in planned[resident.reference]))),
            assigned.get(resident.reference),
            _needs_interpreter(resident, steps[resident.reference], until),
        )
        for resident in residents
    )
    staff = (*workers, *teachers(), *guides(), MARIA, LENA)
    sessions = {group.reference: tuple(Calendar(group, known, seed, until).sessions()) for group in groups}
    return Municipality(seed, until, known, staff, groups, MappingProxyType(sessions), lives)


def _in_use(groups: tuple[Group, ...], planned: Mapping[str, list[Stage]], persons: int) -> tuple[Group, ...]:
    """All groups, but in a small municipality only those that somebody is in."""
    used = {item.group for mine in planned.values() for stage in mine for item in stage.items}
    return groups if persons > FULL_SIZE // 2 else tuple(g for g in groups if g.reference in used)


def _plan_all(
    residents: list[Resident], steps: Mapping[str, Milestones], planner: Planner, seed: int, until: date
) -> dict[str, list[Stage]]:
    """Everyone's stages, filled in the order they begin."""
    found = {r.reference: _stages(r, steps[r.reference], seed, until) for r in residents}
    everything = [stage for mine in found.values() for stage in mine]
    for stage in sorted(everything, key=lambda s: (s.period.first_day, s.resident.reference)):
        planner.fill(stage)
    return found


def _stages(resident: Resident, steps: Milestones, seed: int, until: date) -> list[Stage]:
    grown = resident.grown and resident.route is not Route.OUTSIDE and resident.age(until) < 66
    return stages(resident, steps, seed, until) if grown else []


def _person(resident: Resident) -> Person:
    return Person(
        resident.reference,
        resident.given_name,
        resident.family_name,
        resident.born,
        resident.sex,
        resident.number,
        resident.language,
        resident.protection,
        at(resident.arrived, 8),
    )


def _needs_interpreter(resident: Resident, steps: Milestones, until: date) -> bool:
    """Those who have not come to the last courses need one in a talk that matters."""
    return resident.grown and (steps.sfi_ended is None or steps.sfi_ended > until)
