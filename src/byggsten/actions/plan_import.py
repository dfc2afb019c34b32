"""Take in plans made elsewhere, many at once; a version that is known is never rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.lookups import ids_of
from byggsten.actions.plan_checks import refuse_overlaps, refuse_used_version
from byggsten.actions.plan_rows import create_items, end_plan, period_columns
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.merged import kin_of
from byggsten.records.models import Person, Plan, PlanStance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from byggsten.domain import planning as domain


class RewrittenPlan(Refusal):
    """A known version of a plan was told with other contents."""


class AnsweredHere(Refusal):
    """A file says that a plan is confirmed which somebody has answered here."""


@transaction.atomic
def import_plans(plans: Mapping[str, Sequence[domain.Plan]], *, by: str, at: datetime) -> Counts:
    """Record plans by person.  A known plan may only have been confirmed or been given another last day.

    Raises AnsweredHere, OverlappingPlans, RewrittenPlan, UsedVersion, UnknownReference, and writes nothing.
    """
    ids = ids_of(Person, plans)
    list(Person.objects.select_for_update().filter(pk__in=ids.values()).order_by("pk").values_list("pk"))
    kin = kin_of(ids.values())
    known = _known(plans, kin)
    new: list[tuple[domain.Plan, str]] = []
    changed = unchanged = 0
    for person, told in plans.items():
        for plan in told:
            row = known.get(plan.reference)
            if row is None:
                refuse_used_version(plan, person, known.values())
                new.append((plan, person))
            elif _bring_up_to_date(row, plan, ids[person], by=by, at=at):
                changed += 1
            else:
                unchanged += 1
    refuse_overlaps({person: (kin[ids[person]], told) for person, told in plans.items()}, known, kin)
    made = Plan.objects.bulk_create(
        [_row(plan, ids[person], by=by, at=at) for plan, person in new], batch_size=500
    )
    create_items([(row.pk, item) for row, (plan, _) in zip(made, new, strict=True) for item in plan.items])
    if new or changed:
        person = next(iter(plans)) if len(plans) == 1 else ""
        diary.write("plans.imported", person=person, by=by, at=at, created=len(new), changed=changed)
    return Counts(len(new), changed, unchanged)


def _known(plans: Mapping[str, Sequence[domain.Plan]], kin: Iterable[int]) -> dict[str, Plan]:
    references = [plan.reference for told in plans.values() for plan in told]
    whose = Q(person__in=list(kin)) | Q(reference__in=references)
    rows = Plan.objects.filter(whose).select_related("person").prefetch_related("items__group")
    return {row.reference: row for row in rows}


def _row(plan: domain.Plan, person_id: int, *, by: str, at: datetime) -> Plan:
    recorded_at = plan.recorded_at or at
    return Plan(
        person_id=person_id,
        reference=plan.reference,
        version=plan.version,
        **period_columns(plan.period),
        goal=plan.goal,
        confirmed_on=plan.confirmed_on,
        confirmed_at=recorded_at if plan.confirmed_on else None,
        origin=plan.origin,
        recorded_at=recorded_at,
        recorded_by=by,
    )


def items_of(row: Plan) -> set[tuple[str, date, date | None]]:
    """What a version promised; the last days may follow when the plan ends."""
    return {(item.group.reference, item.first_day, item.offered_on) for item in row.items.all()}


def _bring_up_to_date(row: Plan, plan: domain.Plan, person_id: int, *, by: str, at: datetime) -> bool:
    same = (row.person_id, row.version, row.first_day, row.goal, items_of(row)) == (
        person_id,
        plan.version,
        plan.period.first_day,
        plan.goal,
        {(item.group, item.period.first_day, item.offered_on) for item in plan.items},
    )
    if not same or (row.confirmed_on and row.confirmed_on != plan.confirmed_on):
        raise RewrittenPlan(
            Text(
                N_("Planen %(plan)s finns redan med annat innehåll. Ge ändringen ett nytt versionsnummer."),
                {"plan": plan.reference},
            )
        )
    changed = False
    if row.last_day != plan.period.last_day:
        if plan.period.last_day is None:
            raise RewrittenPlan(
                Text(
                    N_("Planen %(plan)s är redan avslutad. Ge fortsättningen ett nytt versionsnummer."),
                    {"plan": plan.reference},
                )
            )
        end_plan(row, plan.period.last_day, by=by, at=at)
        changed = True
    if plan.confirmed_on and not row.confirmed_on:
        _confirm(row, plan.confirmed_on, at=at)
        changed = True
    return changed


def _confirm(row: Plan, day: date, *, at: datetime) -> None:
    """Note the confirmation; what somebody has said here is never overridden by a file."""
    if PlanStance.objects.filter(plan=row).exists():
        raise AnsweredHere(
            Text(
                N_(
                    "Planen %(plan)s har svar som är antecknade här. "
                    "Den kan bara bekräftas på mötet, inte från en fil."
                ),
                {"plan": row.reference},
            )
        )
    Plan.objects.filter(pk=row.pk).update(confirmed_on=day, confirmed_at=at)
