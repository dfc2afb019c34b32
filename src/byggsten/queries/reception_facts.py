"""Who came by the municipality's own reception: assigned to it, or resettled from a quota."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.records.models import Fact, Permit
from byggsten.records.models.facts import read_value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

ASSIGNED, RECEIVED, QUOTA = "assigned", "received", "p5_2"


@dataclass(frozen=True, slots=True)
class Reception:
    """How one person came: by assignment or quota, and on which day they were received."""

    assigned: bool = False
    quota: bool = False
    received: date | None = None

    @property
    def ours(self) -> bool:
        """Whether the municipality was to arrange the home."""
        return self.assigned or self.quota


def receptions(people: Iterable[int], on: date) -> dict[int, Reception]:
    """The receptions as known now and holding on the day, by the person's key; in two questions."""
    wanted = list(people)
    holds = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    told: dict[tuple[int, str], object] = {}
    # The latest that was told of each is what counts.
    for person, code, value in (
        Fact.objects.filter(holds, person__in=wanted, code__in=(ASSIGNED, RECEIVED), replaced_at=None)
        .order_by("recorded_at", "pk")
        .values_list("person_id", "code", "value")
    ):
        told[person, code] = read_value(value)
    quota = set(
        Permit.objects.filter(person__in=wanted, ground=QUOTA, replaced_at=None).values_list(
            "person_id", flat=True
        )
    )
    return {
        person: Reception(
            told.get((person, ASSIGNED)) is True,
            person in quota,
            told.get((person, RECEIVED)),  # type: ignore[arg-type]
        )
        for person in wanted
    }
