"""People's plans as they stood at a moment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.domain import planning
from byggsten.domain.dates import Period
from byggsten.records.models import Plan, PlanEnding, PlanItem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime


def plans_of(
    people: Iterable[int], known_at: datetime | None, during: Period | None = None
) -> dict[int, tuple[planning.Plan, ...]]:
    """The plans of each person, by the person's key; withdrawn ones are left out.

    With a period, every plan is there but only with the places that it gives some day of the period.
    """
    chosen = Q(person__in=list(people)) & _there(known_at)
    items: dict[int, list[planning.PlanItem]] = defaultdict(list)
    for plan, group, activity, first, last, offered in (
        PlanItem.objects.filter(_overlaps(during), plan__in=Plan.objects.filter(chosen))
        .order_by("plan_id", "first_day", "pk")
        .values_list(
            "plan_id", "group__reference", "group__activity__reference", "first_day", "last_day", "offered_on"
        )
    ):
        items[plan].append(planning.PlanItem(group, activity, Period(first, last), offered))
    endings: dict[int, date] = {}
    if known_at is not None:
        told = PlanEnding.objects.filter(plan__person__in=list(people), recorded_at__lte=known_at)
        endings = dict(told.order_by("recorded_at", "pk").values_list("plan_id", "last_day"))
    found: dict[int, list[planning.Plan]] = defaultdict(list)
    for row in Plan.objects.filter(chosen).order_by("first_day", "pk"):
        last_day = row.last_day if known_at is None else endings.get(row.pk, row.signed_last_day)
        found[row.person_id].append(_plan(row, last_day, tuple(items[row.pk]), known_at))
    return {person: tuple(plans) for person, plans in found.items()}


def _overlaps(during: Period | None) -> Q:
    if during is None:
        return Q()
    begun = Q(first_day__lte=during.last_day) if during.last_day else Q()
    return begun & (Q(last_day__isnull=True) | Q(last_day__gte=during.first_day))


def _there(known_at: datetime | None) -> Q:
    if known_at is None:
        return Q(withdrawn_at__isnull=True)
    return Q(recorded_at__lte=known_at) & (Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=known_at))


def _plan(
    row: Plan, last_day: date | None, items: tuple[planning.PlanItem, ...], known_at: datetime | None
) -> planning.Plan:
    confirmed = known_at is None or (row.confirmed_at is not None and row.confirmed_at <= known_at)
    return planning.Plan(
        reference=row.reference,
        version=row.version,
        period=Period(row.first_day, last_day),
        items=items,
        goal=row.goal,
        confirmed_on=row.confirmed_on if confirmed else None,
        origin=row.origin,
        recorded_at=row.recorded_at,
    )
