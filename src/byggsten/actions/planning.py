"""Make and confirm versions of a person's plan; two that hold on one day are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import locked_person
from byggsten.actions.plan_parts import record_parts
from byggsten.actions.plan_rows import (
    create_items,
    create_plan,
    current_plan,
    refuse_overlap_with_known,
    take_over_from,
)
from byggsten.domain.plan_draft import Parts
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain import planning as domain
    from byggsten.domain.dates import Period


NO_PARTS = Parts()


class NotYetConfirmed(Refusal):
    """A plan is said to be confirmed on a day that has not been."""


class EmptyPlan(Refusal):
    """A plan without any activity."""


@transaction.atomic
def save_plan(
    *,
    person: str,
    period: Period,
    items: Sequence[domain.PlanItem],
    by: Actor,
    at: datetime,
    goal: str = "",
    supersedes: str = "",
    parts: Parts = NO_PARTS,
) -> str:
    """Make a new version of the person's plan and return its reference.

    ``supersedes`` names the plan that the new one takes over from: it ends the day before,
    or is withdrawn if it had not begun.  Nobody is bound until the plan is confirmed.
    ``parts`` is what it says besides its activities.
    Raises OverlappingPlans, UnknownPlan, EmptyPlan, UnknownReference, NothingHere, NotInYourRole.
    """
    demand(by, May.PLAN, Subject.PERSON, person)
    if not items:
        raise EmptyPlan(N_("Planen har ingen aktivitet. Lägg till minst en."))
    row = locked_person(person)
    if supersedes:
        take_over_from(row, supersedes, period, by=by.username, at=at)
    refuse_overlap_with_known(row, period)
    plan = create_plan(row, period, goal, by=by.username, at=at)
    create_items([(plan.pk, item) for item in items], parts.why)
    record_parts(plan, parts)
    diary.write(
        "plan.saved", person=person, by=by.username, at=at, plan=plan.reference, supersedes=supersedes
    )
    return plan.reference


@transaction.atomic
def confirm_plan(*, plan: str, on: date, by: Actor, at: datetime) -> bool:
    """Note that both parties confirmed the plan on a day; False: it was already confirmed.

    Raises UnknownPlan, NotYetConfirmed, NothingHere, NotInYourRole.
    """
    by.demand(May.PLAN)
    row = current_plan(plan)
    demand(by, May.PLAN, Subject.PERSON, row.person.reference)
    if on > by.on:
        raise NotYetConfirmed(
            Text(N_("Dagen %(day)s har inte varit än. Ange dagen då båda bekräftade planen."), {"day": on})
        )
    # A conditional update: of two who confirm at once one writes, and the other changes nothing.
    written = Plan.objects.filter(pk=row.pk, confirmed_on__isnull=True).update(
        confirmed_on=on, confirmed_at=at
    )
    if written:
        diary.write(
            "plan.confirmed", person=row.person.reference, by=by.username, at=at, plan=plan, on=on.isoformat()
        )
    return bool(written)
