"""Who is expected at a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from byggsten.records.models import PlanItem

if TYPE_CHECKING:
    from collections.abc import Mapping


def expected(session: str) -> Mapping[str, int]:
    """The people who have a place in the group on the day of the session: reference and key.

    The reference is that of the record which is read, the key that of the record which has the place.
    """
    day = F("group__sessions__day")
    places = PlanItem.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=day),
        Q(plan__last_day__isnull=True) | Q(plan__last_day__gte=day),
        group__sessions__reference=session,
        first_day__lte=day,
        plan__first_day__lte=day,
        plan__withdrawn_at__isnull=True,
    )
    read_as = Coalesce("plan__person__merged_into__reference", "plan__person__reference")
    return dict(places.annotate(read_as=read_as).values_list("read_as", "plan__person_id"))
