"""Make and confirm versions of a person's plan; two that hold on one day are refused."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import ids_of, locked_person
from byggsten.domain import planning as domain
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Group, Plan, PlanEnding, PlanItem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.dates import Period
    from byggsten.records.models import Person


class UnknownPlan(Refusal):
    """The plan is not there, or no longer holds."""


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
) -> str:
    """Make a new version of the person's plan and return its reference.

    ``supersedes`` names the plan that the new one takes over from: it ends the day before,
    or is withdrawn if it had not begun.  Nobody is bound until the plan is confirmed.
    Raises OverlappingPlans, UnknownPlan, EmptyPlan, UnknownReference, NothingHere, NotInYourRole.
    """
    demand(by, May.PLAN, Subject.PERSON, person)
    if not items:
        raise EmptyPlan(N_("Planen har ingen aktivitet. Lägg till minst en."))
    row = locked_person(person)
    if supersedes:
        _take_over_from(row, supersedes, period, by=by.username, at=at)
    refuse_overlap_with_known(row, period)
    version = _next_version(row)
    plan = Plan.objects.create(
        person=row,
        reference=f"{person}/{version}",
        version=version,
        first_day=period.first_day,
        last_day=period.last_day,
        signed_last_day=period.last_day,
        goal=goal,
        origin="Byggsten",
        recorded_at=at,
        recorded_by=by.username,
    )
    create_items([(plan.pk, item) for item in items])
    diary.write(
        "plan.saved", person=person, by=by.username, at=at, plan=plan.reference, supersedes=supersedes
    )
    return plan.reference


@transaction.atomic
def confirm_plan(*, plan: str, on: date, by: Actor, at: datetime) -> bool:
    """Note that both parties confirmed the plan on a day; False: it was already confirmed.

    Raises UnknownPlan, NothingHere, NotInYourRole.
    """
    by.demand(May.PLAN)
    row = _current(plan)
    demand(by, May.PLAN, Subject.PERSON, row.person.reference)
    # A conditional update: of two who confirm at once one writes, and the other changes nothing.
    written = Plan.objects.filter(pk=row.pk, confirmed_on__isnull=True).update(
        confirmed_on=on, confirmed_at=at
    )
    if written:
        diary.write(
            "plan.confirmed", person=row.person.reference, by=by.username, at=at, plan=plan, on=on.isoformat()
        )
    return bool(written)


def end_plan(row: Plan, last_day: date, *, by: str, at: datetime) -> None:
    """Move the last day of a plan, and remember what it was."""
    PlanEnding.objects.create(plan=row, last_day=last_day, recorded_at=at, recorded_by=by)
    Plan.objects.filter(pk=row.pk).update(last_day=last_day)


def refuse_overlap_with_known(person: Person, period: Period) -> None:
    """Raise OverlappingPlans if a plan of the person holds on a day of the period."""
    for row in person.plans.filter(withdrawn_at__isnull=True):
        ends_before = row.last_day is not None and row.last_day < period.first_day
        starts_after = period.last_day is not None and row.first_day > period.last_day
        if not (ends_before or starts_after):
            raise domain.OverlappingPlans(
                Text(
                    N_(
                        "Planen %(plan)s gäller redan %(first)s–%(last)s. Låt den nya planen ersätta den, "
                        "eller välj dagar som inte krockar."
                    ),
                    {
                        "plan": row.reference,
                        "first": row.first_day,
                        "last": row.last_day or N_("tills vidare"),
                    },
                )
            )


def create_items(items: Sequence[tuple[int, domain.PlanItem]]) -> None:
    """Save the items of plans, given with the key of each one's plan."""
    groups = ids_of(Group, [item.group for _, item in items])
    PlanItem.objects.bulk_create(
        [
            PlanItem(
                plan_id=plan,
                group_id=groups[item.group],
                first_day=item.period.first_day,
                last_day=item.period.last_day,
                offered_on=item.offered_on,
            )
            for plan, item in items
        ],
        batch_size=500,
    )


def _take_over_from(person: Person, reference: str, period: Period, *, by: str, at: datetime) -> None:
    old = _current(reference)
    if old.person_id != person.pk:
        raise UnknownPlan(
            Text(N_("Planen %(plan)s hör till någon annan. Välj personens egen plan."), {"plan": reference})
        )
    if old.first_day >= period.first_day:
        Plan.objects.filter(pk=old.pk).update(withdrawn_at=at)
    elif old.last_day is None or old.last_day >= period.first_day:
        end_plan(old, period.first_day - timedelta(days=1), by=by, at=at)


def _current(reference: str) -> Plan:
    row = Plan.objects.select_related("person").filter(reference=reference, withdrawn_at__isnull=True).first()
    if row is None:
        raise UnknownPlan(
            Text(
                N_("Planen %(plan)s finns inte eller har dragits tillbaka. Se personens planer."),
                {"plan": reference},
            )
        )
    return row


def _next_version(person: Person) -> int:
    last = person.plans.order_by("-version").values_list("version", flat=True).first()
    return (last or 0) + 1
