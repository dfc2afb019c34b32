"""What can be offered: groups of published activities with their weekly times, seats and demands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time

    from byggsten.domain.dates import Minutes, Period
    from byggsten.domain.organisations import Place
    from byggsten.domain.planning import Activity, SwedishLevel


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A weekly time; Monday is 1, ``minutes`` is teaching time without breaks."""

    weekday: int
    start: time
    minutes: Minutes
    period: Period


@dataclass(frozen=True, slots=True)
class Offer:
    """A group that a plan can give a place in.

    ``period`` is when it meets.  ``seats`` are those left, None when nobody has said how many there are.
    ``swedish_from`` and ``swedish_to`` None: any level.  ``language`` is that of instruction, "" for Swedish.
    ``cost_per_place`` is in whole kronor a week.
    """

    group: str
    name: str
    activity: Activity
    place: Place | None
    slots: tuple[Slot, ...]
    period: Period
    seats: int | None = None
    swedish_from: SwedishLevel | None = None
    swedish_to: SwedishLevel | None = None
    language: str = ""
    duty_marked: bool = True
    cost_per_place: int | None = None

    @property
    def minutes(self) -> int:
        """Teaching time of a whole week."""
        return sum(slot.minutes for slot in self.slots)
