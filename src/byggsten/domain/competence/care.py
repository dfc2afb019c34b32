"""The hours of each weekday when somebody looks after the children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any

from byggsten.domain.competence.values import CareDay, UnfitValue
from byggsten.domain.texts import N_, Text

WEEKDAYS = range(1, 8)


@dataclass(frozen=True, slots=True)
class CareHours:
    """A span a weekday, in order; a weekday that is not there has no care."""

    empty: tuple[CareDay, ...] = ()

    def read(self, raw: Any) -> tuple[CareDay, ...]:
        if isinstance(raw, dict):
            raw = tuple(_day(weekday, span) for weekday, span in raw.items())
        if not isinstance(raw, tuple) or not all(isinstance(one, CareDay) for one in raw):
            raise UnfitValue(N_("Skriv från och till för varje veckodag."))
        for one in raw:
            if one.weekday not in WEEKDAYS or one.start >= one.end:
                raise UnfitValue(
                    Text(N_("Veckodag %(day)s: skriv en sluttid efter starttiden."), {"day": one.weekday})
                )
        if len({one.weekday for one in raw}) < len(raw):
            raise UnfitValue(N_("Skriv en tid för varje veckodag, inte två."))
        return tuple(sorted(raw, key=lambda one: one.weekday))

    def keep(self, value: Any) -> Any:
        return {str(one.weekday): [f"{one.start:%H:%M}", f"{one.end:%H:%M}"] for one in value}


def _day(weekday: Any, span: Any) -> CareDay:
    try:
        start, end = span
        return CareDay(int(weekday), time.fromisoformat(start), time.fromisoformat(end))
    except (TypeError, ValueError):
        raise UnfitValue(N_("Skriv tiderna som 08:00 och 16:00.")) from None
