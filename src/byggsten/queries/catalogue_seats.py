"""How many seats of a group are taken, and how many people an activity has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from byggsten.domain.dates import Period
from byggsten.records.models import PlanItem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def taken_seats(groups: Iterable[int], period: Period, *, besides: str = "") -> dict[int, int]:
    """How many people have a place some day of the period, by the group's key.

    A person whose plan was revised counts once, and so does one who was recorded twice.
    """
    there = PlanItem.objects.filter(
        _overlaps(period), _overlaps(period, "plan__"), group__in=groups, plan__withdrawn_at__isnull=True
    )
    if besides:
        there = there.exclude(
            Q(plan__person__reference=besides) | Q(plan__person__merged_into__reference=besides)
        )
    return dict(
        there.order_by()
        .values("group_id")
        .annotate(people=Count(Coalesce("plan__person__merged_into_id", F("plan__person_id")), distinct=True))
        .values_list("group_id", "people")
    )


def _overlaps(period: Period, prefix: str = "") -> Q:
    ends = Q(**{f"{prefix}last_day__isnull": True}) | Q(**{f"{prefix}last_day__gte": period.first_day})
    return ends & Q(**{f"{prefix}first_day__lte": period.last_day}) if period.last_day else ends


def shared(one: Period, other: Period) -> Period | None:
    """The days that belong to both, or None."""
    if not one.overlaps(other):
        return None
    ends = [day for day in (one.last_day, other.last_day) if day is not None]
    return Period(max(one.first_day, other.first_day), min(ends, default=None))


def people_in(activity: str, day: date | None) -> int:
    """How many people have a place in the activity on the day or later; None: ever."""
    there = PlanItem.objects.filter(group__activity__reference=activity, plan__withdrawn_at__isnull=True)
    if day is not None:
        ahead = Period(day)
        there = there.filter(_overlaps(ahead), _overlaps(ahead, "plan__"))
    one = Coalesce("plan__person__merged_into_id", F("plan__person_id"))
    return int(there.order_by().aggregate(people=Count(one, distinct=True))["people"])
