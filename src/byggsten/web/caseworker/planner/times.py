"""Weekly times as people say them: «måndag–torsdag 08.30–12.30»."""

from __future__ import annotations

from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING

from byggsten.web.caseworker.planner.words import WEEKDAYS
from byggsten.web.templatetags.words import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.catalogue import Slot

HOUR, LAST_MINUTE = 60, 24 * 60 - 1


def times_of(slots: Iterable[Slot]) -> tuple[str, ...]:
    """The times of a week, days with the same time together; what changes during the year is told once."""
    by_time: dict[tuple[time, int], list[int]] = {}
    for slot in slots:
        days = by_time.setdefault((slot.start, slot.minutes), [])
        if slot.weekday not in days:
            days.append(slot.weekday)
    ordered = sorted(by_time.items(), key=lambda told: (min(told[1]), told[0]))
    return tuple(
        f"{days_in_words(sorted(days))} {_span(start, minutes)}" for (start, minutes), days in ordered
    )


def _span(start: time, minutes: int) -> str:
    end = min(start.hour * HOUR + start.minute + minutes, LAST_MINUTE)
    return f"{clock(start)}–{clock(time(end // HOUR, end % HOUR))}"


def days_in_words(days: list[int]) -> str:
    """Weekdays by number, in order: «måndag–torsdag»."""
    names = [str(WEEKDAYS[day - 1]).lower() for day in days]
    if len(days) > 2 and all(after - before == 1 for before, after in pairwise(days)):
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)
