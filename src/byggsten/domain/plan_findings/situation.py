"""Where a person stands when a plan is written: what is asked, what is known, and the numbers to judge by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.travel import TravelTimes, Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.dates import Period
    from byggsten.domain.organisations import Place
    from byggsten.domain.planning import BuildingBlock, SwedishLevel
    from byggsten.domain.week_grid import Block, Window

# Outcomes of the rule «omfattning», by code, with which nothing can be required: the plan is an offer.
VOLUNTARY = frozenset(
    {"outside", "minor", "pupil", "senior", "occupied", "parental_leave", "sick_leave", "no_capacity"}
)
# Those with which less than full time is required, for a reason that must be shown.
ADAPTED = frozenset({"adapted", "small_children"})


@dataclass(frozen=True, slots=True)
class Norm:
    """A number to judge by, with where it comes from and how sure that is."""

    value: int
    source: str
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Norms:
    """The numbers of the law and the municipality; None: nobody has decided it.

    ``tolerance``: minutes that the chosen time may differ from what is required.
    ``sfi_week``: least sfi in a week.  ``travel_day``: most minutes of travel in a day.
    ``start_weeks``: weeks within which what is chosen should begin.
    ``plan_months``: the longest time without a joint follow-up.
    """

    tolerance: Norm | None = None
    sfi_week: Norm | None = None
    travel_day: Norm | None = None
    start_weeks: Norm | None = None
    plan_months: Norm | None = None


class Clock(StrEnum):
    """Whose day for finishing civic orientation it is: the strategy's, or the law's year from the start."""

    STRATEGY = "strategy"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Orientation:
    """Civic orientation that remains; ``due`` None: no day is known by which it must be finished.

    ``offer_by``: the last day for the municipality to offer it, while that is still ahead; no day to finish.
    """

    left: int
    due: date | None
    source: str
    clock: Clock = Clock.STRATEGY
    offer_by: date | None = None
    offer_source: str = ""


@dataclass(frozen=True, slots=True)
class SfiEnded:
    """The time for sfi has run out; ``extendable``: the municipality may still extend it."""

    last_day: date
    extendable: bool
    source: str
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """Another plan of the same person that holds some day from the first day on."""

    reference: str
    period: Period


@dataclass(frozen=True, slots=True)
class Situation:
    """What findings and proposals read.  None is unknown, and unknown is asked about, never held against.

    ``required`` is for a whole week.  ``extent`` is the code of the rule «omfattning», "" when unknown, with
    the rule's own ``extent_words`` and ``extent_source``; ``ask`` is what must be known to tell.
    ``sfi_ended``: why one who may need sfi has no right to it.
    ``needs_care``: has small children whose care must be arranged; ``care``: when somebody looks after them.
    ``languages``: what the person can be taught in besides Swedish.
    ``held_groups``: groups that the person has a place in through the plan that this one replaces.
    ``busy``: what other plans, which remain, take of the week.
    """

    reference: str
    first_day: date
    required: int | None = None
    extent: str = ""
    extent_words: str = ""
    extent_source: str = ""
    ask: tuple[str, ...] = ()
    home: Place | None = None
    needs_care: bool | None = None
    care: tuple[Window, ...] | None = None
    swedish: SwedishLevel | None = None
    needs_sfi: bool | None = None
    sfi_ended: SfiEnded | None = None
    orientation: Orientation | None = None
    levels: Mapping[BuildingBlock, int | None] = field(default_factory=lambda: MappingProxyType({}))
    wishes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    busy: tuple[Block, ...] = ()
    plans: tuple[OtherPlan, ...] = ()
    held_groups: frozenset[str] = frozenset()
    norms: Norms = Norms()
    travel: TravelTimes = field(default_factory=Unknown)

    @property
    def voluntary(self) -> bool:
        """Whether nothing is required: the plan is an offer, and hours in it are never a duty."""
        return self.extent in VOLUNTARY

    @property
    def adapted(self) -> bool:
        """Whether less than full time is required, for a reason."""
        return self.extent in ADAPTED

    @property
    def weakest(self) -> tuple[BuildingBlock, ...]:
        """The building blocks with the lowest known level, if that level leaves anything to strengthen."""
        known = [level for level in self.levels.values() if level is not None]
        lowest = min(known, default=3)
        return tuple(block for block, level in self.levels.items() if level == lowest and lowest < 3)
