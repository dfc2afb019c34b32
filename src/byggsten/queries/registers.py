"""Who is expected at a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from byggsten.records.models import PlanItem

if TYPE_CHECKING:
    from collections.abc import Mapping


def expected(session: str) -> Mapping[str, int]:
    """The people who have a place in the group on the day of the session: reference and key."""
    day = F("group__sessions__day")
    places = PlanItem.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=day),
        Q(plan__last_day__isnull=True) | Q(plan__last_day__gte=day),
        group__sessions__reference=session,
        first_day__lte=day,
        plan__first_day__lte=day,
        plan__withdrawn_at__isnull=True,
    )
    return dict(places.values_list("plan__person__reference", "plan__person_id"))
