"""How long it takes between two places: an estimate that says so, until somebody has a real timetable."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from math import asin, ceil, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from byggsten.domain.organisations import Place

# The mean radius of the earth in metres: geometry, nobody's choice.
_EARTH = 6_371_009


class TravelTimes(Protocol):
    """Answers how many minutes it takes; a municipality with a timetable brings its own."""

    @property
    def source(self) -> str:
        """Where the answers come from, for people to read."""

    def minutes(self, one: Place | None, other: Place | None) -> int | None:
        """Whole minutes from one place to the other; None: unknown, which is not the same as far."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The straight line made longer, at a speed, with a fixed part for waiting and walking.

    ``ferry_minutes`` is the wait for the boat, once for each shore that needs it.
    The numbers come from the rule book, with their ``source``; there are none here.
    """

    detour_percent: int
    kilometres_an_hour: int
    fixed_minutes: int
    ferry_minutes: int
    source: str

    def minutes(self, one: Place | None, other: Place | None) -> int | None:
        """Whole minutes, rounded up."""
        if one is None or other is None:
            return None
        if (one.latitude, one.longitude, one.ferry) == (other.latitude, other.longitude, other.ferry):
            return 0
        road = metres(one, other) * self.detour_percent / 100
        riding = road * 60 / (self.kilometres_an_hour * 1000)
        # Two places on islands may be on the same one; without a timetable the longer time is told.
        boats = one.ferry + other.ferry
        return ceil(riding) + self.fixed_minutes + boats * self.ferry_minutes


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody has said how travel is to be counted: every time is unknown."""

    source: str = ""

    def minutes(self, one: Place | None, other: Place | None) -> int | None:  # noqa: ARG002 - the protocol's form
        """Always None."""
        return None


class Remembered:
    """The same answers, worked out once for each pair of places."""

    def __init__(self, times: TravelTimes) -> None:
        self.source = times.source
        self.minutes = functools.cache(times.minutes)


def metres(one: Place, other: Place) -> float:
    """The straight line over the ground."""
    north, south = radians(one.latitude), radians(other.latitude)
    half_north = sin((south - north) / 2)
    half_east = sin(radians(other.longitude - one.longitude) / 2)
    root = half_north * half_north + cos(north) * cos(south) * half_east * half_east
    return 2 * _EARTH * asin(min(1.0, sqrt(root)))
