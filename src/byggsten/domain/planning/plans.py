"""Planned sessions, places in groups, and versions of plans."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Period
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from byggsten.domain.planning.words import Canceller


@dataclass(frozen=True, slots=True)
class Session:
    """One held or planned occasion of a group.

    ``minutes`` is teaching time without breaks.
    ``announced_on`` is the day the participants were told the time and place.
    ``reachable`` None means that nobody has recorded whether the place could be reached.
    """

    reference: str
    group: str
    activity: str
    day: date
    start: time
    minutes: Minutes
    announced_on: date | None
    cancelled_by: Canceller | None = None
    reachable: bool | None = True
    recorded_at: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= 24 * 60:
            raise Refusal(
                Text(
                    N_("Tillfället %(session)s är %(minutes)s minuter långt. Ange 1 till 1440 minuter."),
                    {"session": self.reference, "minutes": self.minutes},
                )
            )


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A place in a group that the plan gives the person, from the day the place was offered."""

    group: str
    activity: str
    period: Period
    offered_on: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of a person's individual plan.

    ``confirmed_on`` is the day both parties had confirmed it; None: nobody is bound yet.
    """

    reference: str
    version: int
    period: Period
    items: tuple[PlanItem, ...]
    goal: str = ""
    confirmed_on: date | None = None
    origin: str = ""
    recorded_at: datetime | None = None

    def item_for(self, session: Session) -> PlanItem | None:
        """The place through which the session is part of this plan, if it is."""
        if session.day not in self.period:
            return None
        return next(
            (item for item in self.items if item.group == session.group and session.day in item.period), None
        )


class OverlappingPlans(Refusal):
    """Two plans would hold for one person on the same day."""


def refuse_overlap(plans: tuple[Plan, ...]) -> None:
    """Raise OverlappingPlans when two of the plans share a day."""
    ordered = sorted(plans, key=lambda plan: plan.period.first_day)
    for earlier, later in itertools.pairwise(ordered):
        if earlier.period.overlaps(later.period):
            raise OverlappingPlans(
                Text(
                    N_("Planerna %(one)s och %(other)s gäller samma dag. Avsluta den ena före %(day)s."),
                    {"one": earlier.reference, "other": later.reference, "day": later.period.first_day},
                )
            )
