"""The sessions that are one resident's through the plans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from byggsten.domain.planning import Plan, PlanItem
    from byggsten.simulate.groups import Group
    from byggsten.simulate.sessions import Held


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that is one resident's, through an item of the plan."""

    held: Held
    group: Group
    item: PlanItem

    @property
    def open(self) -> bool:
        """Whether the resident could come: offered, held and within reach."""
        session = self.held.session
        offered = self.item.offered_on is not None and self.item.offered_on <= session.day
        return offered and session.cancelled_by is None and session.reachable is not False


def visits_of(
    plans: Iterable[Plan], groups: Mapping[str, Group], sessions: Mapping[str, tuple[Held, ...]]
) -> list[Visit]:
    """The sessions in the plans, in order."""
    found = []
    for plan in plans:
        for item in plan.items:
            held = sessions[item.group]
            first = bisect_left(held, item.period.first_day, key=_day)
            last = (
                len(held)
                if item.period.last_day is None
                else bisect_right(held, item.period.last_day, key=_day)
            )
            found += [Visit(one, groups[item.group], item) for one in held[first:last]]
    return sorted(found, key=lambda visit: (visit.held.session.day, visit.held.session.start))


def _day(held: Held) -> date:
    return held.session.day
