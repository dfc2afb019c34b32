"""A made-up municipality as it is handed on: staff, groups, sessions and lives."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.case import Case
from byggsten.domain.dates import Period
from byggsten.domain.people import Member
from byggsten.simulate.accounts import Teller
from byggsten.simulate.residents import Leaving, Story
from byggsten.simulate.terms import at
from byggsten.simulate.visits import visits_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from byggsten.domain.attendance import Account
    from byggsten.domain.people import Fact, Permit, Person
    from byggsten.domain.planning import Plan
    from byggsten.simulate.catalogue import Catalogue
    from byggsten.simulate.groups import Group
    from byggsten.simulate.residents import Resident
    from byggsten.simulate.sessions import Held
    from byggsten.simulate.staff import Employee
    from byggsten.simulate.visits import Visit


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
        return visits_of(life.plans, {group.reference: group for group in self.groups}, self.sessions)

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


def _member(resident: Resident) -> Member:
    last = resident.leaves if resident.leaving is Leaving.MOVED else None
    return Member(
        resident.reference,
        resident.role,
        resident.born,
        Period(resident.arrived, last),
        at(resident.arrived, 8),
    )
