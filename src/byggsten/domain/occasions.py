"""The days on which a weekly schedule comes to be: its weekdays, but for the holidays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from byggsten.domain.dates import holidays_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.catalogue import Slot
    from byggsten.domain.dates import Period

# Nobody plans further ahead; a period without an end is seen this far.
LONGEST = timedelta(days=2 * 366)


def occasions(slots: Iterable[Slot], period: Period) -> tuple[tuple[date, Slot], ...]:
    """Each day in the period with the slot that meets on it, in order; holidays and eves are left out."""
    found = []
    for slot in slots:
        first = max(slot.period.first_day, period.first_day)
        ends = [day for day in (slot.period.last_day, period.last_day) if day is not None]
        last = min([*ends, period.first_day + LONGEST])
        day = first + timedelta(days=(slot.weekday - first.isoweekday()) % 7)
        while day <= last:
            if day not in holidays_of(day.year):
                found.append((day, slot))
            day += timedelta(weeks=1)
    return tuple(sorted(found, key=lambda one: (one[0], one[1].start)))
