"""Everything that is printed of one version of a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.confirming import Said, signatory_for
from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Goal, Promise
from byggsten.domain.planning import GoalKind, Party, Signatory
from byggsten.queries.catalogue import catalogue_version
from byggsten.queries.plan_parties import caseworker_of, guardians_of, stances_of
from byggsten.queries.plan_week import week_of
from byggsten.queries.readings import called
from byggsten.queries.rules import rules_here
from byggsten.records.models import Plan, PlanExtent
from byggsten.wording import wording_version

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.people import Person
    from byggsten.queries.plan_week import WeekLine


@dataclass(frozen=True, slots=True)
class Versions:
    """What the words of the plan rest on."""

    rules: str
    catalogue: str
    wording: str


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """One version of a plan with everything printed.

    Minutes are those of a whole week; ``required`` None: nobody has said how many.
    ``signatory`` is who takes a stand on the person's side on the day that was asked about.
    ``guardian`` names those who answer for a child; ``guardians`` are the references of those named.
    """

    reference: str
    person: Person
    unit: str
    version: int
    period: Period
    goals: tuple[Goal, ...]
    week: tuple[WeekLine, ...]
    required: int | None
    chosen: int
    reachable: int
    reason: str
    promises: tuple[Promise, ...]
    caseworker: str
    signatory: Signatory
    guardian: str
    guardians: tuple[str, ...]
    stances: tuple[Said, ...]
    confirmed_on: date | None
    versions: Versions
    author: str
    recorded_at: datetime


def plan_document(actor: Actor, plan_reference: str) -> PlanDocument:
    """The plan with everything printed.  Raises NothingHere, NotInYourRole."""
    row = _row(actor, plan_reference)
    person, week, stances = row.person.as_domain(), week_of(row), stances_of(row)
    extent = PlanExtent.objects.filter(plan=row).first()
    names = called({row.recorded_by} | {one.by for one in stances})
    guardians, known = guardians_of(row, actor.on)
    return PlanDocument(
        reference=row.reference,
        person=person,
        unit=row.person.unit.name,
        version=row.version,
        period=Period(row.first_day, row.last_day),
        goals=_goals(row),
        week=week,
        required=extent.required if extent else None,
        chosen=extent.chosen if extent else sum(line.minutes for line in week),
        reachable=extent.reachable if extent else 0,
        reason=extent.reason if extent else "",
        promises=tuple(Promise(Party(one.party), one.words, one.due) for one in row.promises.all()),
        caseworker=caseworker_of(row),
        signatory=signatory_for(person.born, actor.on),
        guardian=", ".join(dict.fromkeys(guardians.values())),
        guardians=tuple(reference for reference in guardians if reference in known),
        stances=tuple(replace(one, by=names.get(one.by, one.by)) for one in stances),
        confirmed_on=row.confirmed_on,
        versions=Versions(rules_here().version, catalogue_version(), wording_version()),
        author=names.get(row.recorded_by, row.recorded_by),
        recorded_at=row.recorded_at,
    )


def _row(actor: Actor, reference: str) -> Plan:
    # The right is asked for first, so that nobody without it learns which plans there are.
    actor.demand(May.SEE_PERSON)
    found = Plan.objects.filter(reference=reference, withdrawn_at__isnull=True)
    row = found.select_related("person__unit").first()
    if row is None:
        raise NothingHere
    demand(actor, May.SEE_PERSON, Subject.PERSON, row.person.reference)
    return row


def plan_called(actor: Actor, person: str, version: int) -> str:
    """The reference of a person's plan by its version.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, person)
    found = Plan.objects.filter(person__reference=person, version=version, withdrawn_at__isnull=True)
    reference = found.values_list("reference", flat=True).first()
    if reference is None:
        raise NothingHere
    return str(reference)


def _goals(row: Plan) -> tuple[Goal, ...]:
    told = tuple(Goal(GoalKind(one.kind), one.words, one.due) for one in row.goals.all())
    # Plans from other systems have one goal in words.
    return told or ((Goal(GoalKind.OTHER, row.goal),) if row.goal else ())
