"""What the week holds for people, and how the last weeks went, in one question each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Sum

from byggsten.domain.dates import Week
from byggsten.records.models import Session, WeekLedger

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from byggsten.domain.case import Case

LATELY = 4


@dataclass(frozen=True, slots=True)
class Attendance:
    """The last stored weeks in minutes; valid absence is left out of the share."""

    attended: int = 0
    invalid: int = 0
    unknown: int = 0

    @property
    def percent(self) -> int | None:
        """Attended of what is known and was asked, in whole per cent; None when nothing is known."""
        known = self.attended + self.invalid
        return self.attended * 100 // known if known else None


def planned_minutes(cases: Sequence[Case], week: Week) -> dict[str, int]:
    """Minutes of the week's sessions in each person's plan."""
    groups = {item.group for case in cases for plan in case.plans for item in plan.items}
    held = Session.objects.filter(
        group__reference__in=groups, day__range=(week.monday, week.sunday), cancelled_by=""
    )
    told = held.values_list("group__reference", "day").annotate(minutes=Sum("minutes"))
    by_group: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for group, day, minutes in told:
        by_group[group].append((day, minutes))
    found: dict[str, int] = defaultdict(int)
    for case in cases:
        for plan in case.plans:
            for item in plan.items:
                found[case.person.reference] += sum(
                    minutes
                    for day, minutes in by_group.get(item.group, ())
                    if day in plan.period and day in item.period
                )
    return found


def attendance_of(references: Iterable[str], on: date) -> dict[str, Attendance]:
    last = Week.of(on)
    rows = WeekLedger.objects.filter(
        person__reference__in=list(references),
        monday__range=(last.plus(-LATELY).monday, last.plus(-1).monday),
    )
    sums = rows.values_list("person__reference").annotate(Sum("attended"), Sum("invalid"), Sum("unknown"))
    return {reference: Attendance(*totals) for reference, *totals in sums}
