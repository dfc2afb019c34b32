"""Everything that is recorded about a person, with who told it and when, and what was known before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain import people as domain
from byggsten.domain.reception import ContactWay, Reach
from byggsten.queries.readings import called
from byggsten.queries.reception_homes import GuardLine, HomeLine, guards_of, homes_of
from byggsten.records.models import Assignment, Contact, Fact, Permit, Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.records.models.facts import Remembered


@dataclass(frozen=True, slots=True)
class Known:
    """When something was recorded and by whom; ``until`` when something else took its place.

    ``pk`` is the row's key: a later row has a higher one.
    """

    pk: int
    at: datetime
    by: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class PermitLine:
    """A permit and when it became known."""

    permit: domain.Permit
    known: Known


@dataclass(frozen=True, slots=True)
class FactLine:
    """A told fact and when it became known; ``counts``: it is the one that holds today."""

    fact: domain.Fact
    known: Known
    counts: bool


@dataclass(frozen=True, slots=True)
class ReachLine:
    """A way to be reached and when it became known."""

    reach: Reach
    known: Known


@dataclass(frozen=True, slots=True)
class Details:
    """The person's columns, and the rows about the person: those that stand first, those replaced after."""

    person: domain.Person
    interim_number: str = field(repr=False)
    interpreter: bool
    unit: str
    caseworker: str
    stamp: int
    reach: ReachLine | None
    reached_before: tuple[ReachLine, ...]
    permits: tuple[PermitLine, ...]
    permits_before: tuple[PermitLine, ...]
    facts: tuple[FactLine, ...]
    facts_before: tuple[FactLine, ...]
    homes: tuple[HomeLine, ...]
    guards: tuple[GuardLine, ...]
    wards: tuple[GuardLine, ...]


def details(actor: Actor, reference: str) -> Details:
    """The details of one person.  Raises NotInYourRole, NothingHere."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    person = Person.objects.select_related("unit").filter(reference=reference).first()
    if person is None:
        raise NothingHere
    permits = list(Permit.objects.filter(person=person).order_by("-first_day", "-pk"))
    facts = list(Fact.objects.filter(person=person).order_by("code", "-recorded_at", "-pk"))
    ways = list(Contact.objects.filter(person=person).order_by("-recorded_at", "-pk"))
    names = called({row.recorded_by for rows in (permits, facts, ways) for row in rows})
    answers = Assignment.objects.select_related("caseworker__user").filter(person=person, last_day=None)
    first = answers.first()
    reached = [_reach_line(row, names) for row in ways]
    permit_lines = [PermitLine(row.as_domain(), _known(row, names)) for row in permits]
    fact_lines = _fact_lines(facts, names, actor)
    return Details(
        person.as_domain(),
        person.interim_number,
        person.interpreter,
        person.unit.name,
        first.caseworker.name if first else "",
        person.stamp,
        next((line for line in reached if line.known.until is None), None),
        tuple(line for line in reached if line.known.until is not None),
        tuple(line for line in permit_lines if line.known.until is None),
        tuple(line for line in permit_lines if line.known.until is not None),
        tuple(line for line in fact_lines if line.known.until is None),
        tuple(line for line in fact_lines if line.known.until is not None),
        homes_of(actor, person),
        *guards_of(actor, person),
    )


def _known(row: Remembered, names: Mapping[str, str]) -> Known:
    return Known(row.pk, row.recorded_at, names.get(row.recorded_by, row.recorded_by), row.replaced_at)


def _reach_line(row: Contact, names: Mapping[str, str]) -> ReachLine:
    reach = Reach(ContactWay(row.way), row.phone, row.email, row.address, row.note)
    return ReachLine(reach, _known(row, names))


def _fact_lines(rows: list[Fact], names: Mapping[str, str], actor: Actor) -> list[FactLine]:
    """As the rules read them: of those that hold today, the one that was told last counts."""
    found, counted = [], set()
    for row in rows:
        fact = row.as_domain()
        counts = row.replaced_at is None and actor.on in fact.period and row.code not in counted
        if counts:
            counted.add(row.code)
        found.append(FactLine(fact, _known(row, names), counts))
    return found
