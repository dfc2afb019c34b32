"""The whole made-up municipality: the same seed, size and end day always give the same one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.case import Case
from byggsten.domain.dates import Period, Week
from byggsten.domain.people import Member, Person
from byggsten.simulate.accounts import Teller, Visit
from byggsten.simulate.catalogue import catalogue
from byggsten.simulate.facts import facts, permits
from byggsten.simulate.groups import Calendar, Group, Held, make_groups
from byggsten.simulate.households import settle_people
from byggsten.simulate.milestones import Milestones, milestones
from byggsten.simulate.plans import Planner, Stage, as_plan, stages
from byggsten.simulate.residents import Resident, Route, Story
from byggsten.simulate.staff import KARIN, MARIA, OMAR, Employee, caseworkers, guides, teachers
from byggsten.simulate.stories import give_stories
from byggsten.simulate.terms import at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from byggsten.domain.attendance import Account
    from byggsten.domain.people import Fact, Permit
    from byggsten.domain.planning import Plan
    from byggsten.simulate.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Life:
    """All that is recorded about one resident but for the accounts, which are many and told on demand."""

    resident: Resident
    person: Person
    permits: tuple[Permit, ...]
    facts: tuple[Fact, ...]
    plans: tuple[Plan, ...]
    caseworker: Employee | None
    interpreter: bool


@dataclass(frozen=True, slots=True)
class Municipality:
    """A made-up municipality up to and including a Sunday, with the weeks ahead planned."""

    seed: int
    until: date
    catalogue: Catalogue
    staff: tuple[Employee, ...]
    groups: tuple[Group, ...]
    sessions: Mapping[str, tuple[Held, ...]]
    lives: tuple[Life, ...]

    def households(self) -> dict[str, tuple[Member, ...]]:
        """The members of each household, but for those that nobody has recorded."""
        found: dict[str, tuple[Member, ...]] = {}
        unknown = {life.resident.household for life in self.lives if life.resident.story is Story.UNKNOWN}
        for life in self.lives:
            home = life.resident.household
            if home not in unknown:
                found[home] = (*found.get(home, ()), _member(life.resident))
        return found

    def visits(self, life: Life) -> list[Visit]:
        """The resident's sessions through the plans, in order."""
        groups = {group.reference: group for group in self.groups}
        found = []
        for plan in life.plans:
            for item in plan.items:
                held = self.sessions[item.group]
                last = item.period.last_day or self.until
                first = bisect_left(held, item.period.first_day, key=_day)
                found += [
                    Visit(one, groups[item.group], item)
                    for one in held[first : bisect_right(held, last, key=_day)]
                ]
        return sorted(found, key=lambda visit: (visit.held.session.day, visit.held.session.start))

    def accounts(self, life: Life) -> Iterator[Account]:
        """What was told about the resident's hours."""
        return Teller(life.resident, self.visits(life), self.seed, self.until).accounts()

    def case(self, life: Life) -> Case:
        """The resident's case, as a reader of the records would see it."""
        members = self.households().get(life.resident.household)
        others = (
            None if members is None else tuple(m for m in members if m.reference != life.person.reference)
        )
        sessions = {visit.held.session.reference: visit.held.session for visit in self.visits(life)}
        return Case(
            person=life.person,
            permits=life.permits,
            facts=life.facts,
            household=others,
            plans=life.plans,
            activities=MappingProxyType(
                {code: offer.activity for code, offer in self.catalogue.offers.items()}
            ),
            sessions=tuple(sessions.values()),
            accounts=tuple(self.accounts(life)),
        )


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
    active = [r for r in residents if any(until in stage.period for stage in planned[r.reference])]
    workers = caseworkers(len(active))
    assigned = _assign(residents, workers, seed, until)
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
    staff = (*workers, *teachers(), *guides(), MARIA)
    sessions = {group.reference: tuple(Calendar(group, known, seed, until).sessions()) for group in groups}
    return Municipality(seed, until, known, staff, groups, MappingProxyType(sessions), lives)


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


def _assign(
    residents: list[Resident], workers: tuple[Employee, ...], seed: int, until: date
) -> dict[str, Employee]:
    """Adults who are here to caseworkers in turn; Karin and Omar get some of every story."""
    adults = [r for r in residents if r.grown and r.here(until) and r.route is not Route.OUTSIDE]
    Random(f"{seed}/assign").shuffle(adults)
    found: dict[str, Employee] = {}
    told: dict[Story, int] = {}
    load = dict.fromkeys(workers, 0)
    share = -(-len(adults) // len(workers))
    for resident in sorted(adults, key=lambda r: r.story is Story.NONE):
        number = told.get(resident.story, 0)
        told[resident.story] = number + 1
        first = {0: KARIN, 1: KARIN, 2: OMAR}.get(number) if resident.story is not Story.NONE else None
        worker = first if first and load[first] < share else min(workers, key=lambda w: load[w])
        found[resident.reference] = worker
        load[worker] += 1
    return found


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


def _member(resident: Resident) -> Member:
    last = resident.leaves if resident.leaving == "moved" else None
    return Member(
        resident.reference,
        resident.role,
        resident.born,
        Period(resident.arrived, last),
        at(resident.arrived, 8),
    )


def _day(held: Held) -> date:
    return held.session.day
