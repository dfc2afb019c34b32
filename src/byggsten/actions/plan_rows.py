"""The rows of a person's plans: which hold, which end, and that no two hold on one day."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.actions.lookups import ids_of
from byggsten.domain import planning as domain
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.merged import family
from byggsten.records.models import Group, Plan, PlanEnding, PlanItem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from byggsten.domain.dates import Period
    from byggsten.records.models import Person


class UnknownPlan(Refusal):
    """The plan is not there, or no longer holds."""


class RepeatedGroup(Refusal):
    """A plan gives a place in the same group twice from the same day."""


def end_plan(row: Plan, last_day: date, *, by: str, at: datetime) -> None:
    """Move the last day of a plan, and remember what it was."""
    PlanEnding.objects.create(plan=row, last_day=last_day, recorded_at=at, recorded_by=by)
    Plan.objects.filter(pk=row.pk).update(last_day=last_day)


def refuse_overlap_with_known(person: Person, period: Period) -> None:
    """Raise OverlappingPlans if a plan of the person holds on a day of the period."""
    for row in Plan.objects.filter(withdrawn_at__isnull=True, person__in=family(person.pk)):
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


def create_items(
    items: Sequence[tuple[int, domain.PlanItem]], why: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Save the items of plans, each with the key of its plan; ``why`` by group.  Raises RepeatedGroup."""
    begun: set[tuple[int, str, date]] = set()
    for plan, item in items:
        if (plan, item.group, item.period.first_day) in begun:
            raise RepeatedGroup(
                Text(
                    N_("Gruppen «%(group)s» börjar två gånger samma dag i planen. Ta bort den ena."),
                    {"group": item.group},
                )
            )
        begun.add((plan, item.group, item.period.first_day))
    groups = ids_of(Group, [item.group for _, item in items])
    PlanItem.objects.bulk_create(
        [
            PlanItem(
                plan_id=plan,
                group_id=groups[item.group],
                first_day=item.period.first_day,
                last_day=item.period.last_day,
                offered_on=item.offered_on,
                why=why.get(item.group, ""),
            )
            for plan, item in items
        ],
        batch_size=500,
    )


def take_over_from(person: Person, reference: str, period: Period, *, by: str, at: datetime) -> None:
    """End the old plan the day before the new one begins, or withdraw it if it had not begun."""
    old = current_plan(reference)
    if old.person_id not in family(person.pk):
        raise UnknownPlan(
            Text(N_("Planen %(plan)s hör till någon annan. Välj personens egen plan."), {"plan": reference})
        )
    if old.first_day >= period.first_day:
        Plan.objects.filter(pk=old.pk).update(withdrawn_at=at)
    elif old.last_day is None or old.last_day >= period.first_day:
        end_plan(old, period.first_day - timedelta(days=1), by=by, at=at)


def current_plan(reference: str) -> Plan:
    """The plan, unless it has been withdrawn.  Raises UnknownPlan."""
    row = Plan.objects.select_related("person").filter(reference=reference, withdrawn_at__isnull=True).first()
    if row is None:
        raise UnknownPlan(
            Text(
                N_("Planen %(plan)s finns inte eller har dragits tillbaka. Se personens planer."),
                {"plan": reference},
            )
        )
    return row


def create_plan(person: Person, period: Period, goal: str, *, by: str, at: datetime) -> Plan:
    """Save the person's next version, without its items."""
    known = Plan.objects.filter(person__in=family(person.pk)).order_by("-version")
    version = (known.values_list("version", flat=True).first() or 0) + 1
    return Plan.objects.create(
        person=person,
        version=version,
        reference=f"{person.reference}/{version}",
        goal=goal,
        origin="Byggsten",
        recorded_at=at,
        recorded_by=by,
        **period_columns(period),
    )


def period_columns(period: Period) -> dict[str, date | None]:
    """The days of a new version: those that hold now, and those it was signed with."""
    return {"first_day": period.first_day, "last_day": period.last_day, "signed_last_day": period.last_day}
