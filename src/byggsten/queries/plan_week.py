"""The week of a plan as it is printed: each activity with its place, its times and what it strengthens."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.domain.dates import Period
from byggsten.domain.planning import BuildingBlock
from byggsten.records.models import Effect, PlanItem, ScheduleSlot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time

    from byggsten.records.models import Plan


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """A weekly time, Monday is 1; ``minutes`` is teaching time."""

    weekday: int
    start: time
    minutes: int
    period: Period


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A place in a group: what, where, when, which blocks it strengthens, and why it was chosen."""

    group: str
    activity: str
    place: str
    meetings: tuple[Meeting, ...]
    blocks: tuple[BuildingBlock, ...]
    why: str
    duty_marked: bool
    period: Period

    @property
    def minutes(self) -> int:
        """Teaching time of a whole week, as the week looks when the place begins."""
        return sum(meeting.minutes for meeting in self.week())

    def week(self) -> tuple[Meeting, ...]:
        """The times of the first week that has any."""
        if not self.meetings:
            return ()
        first = max(self.period.first_day, min(one.period.first_day for one in self.meetings))
        return tuple(one for one in self.meetings if first in one.period)


def week_of(plan: Plan) -> tuple[WeekLine, ...]:
    """The plan's activities in the order of the week; three questions whatever their number."""
    items = list(
        PlanItem.objects.filter(plan=plan).select_related("group__activity", "group__place").order_by("pk")
    )
    meetings = _meetings({item.group_id for item in items}, plan)
    blocks = _blocks({item.group.activity_id for item in items})
    lines = [
        WeekLine(
            group=item.group.reference,
            activity=item.group.activity.name,
            place=item.group.place.name if item.group.place else "",
            meetings=tuple(one for one in meetings[item.group_id] if one.period.overlaps(_period(item))),
            blocks=blocks[item.group.activity_id],
            why=item.why,
            duty_marked=item.group.activity.duty_marked,
            period=_period(item),
        )
        for item in items
    ]
    return tuple(sorted(lines, key=_order))


def _period(item: PlanItem) -> Period:
    return Period(item.first_day, item.last_day)


def _order(line: WeekLine) -> tuple[int, str, str]:
    first = min(line.meetings, default=None)
    return (first.weekday, first.start.isoformat(), line.activity) if first else (8, "", line.activity)


def _meetings(groups: Iterable[int], plan: Plan) -> dict[int, tuple[Meeting, ...]]:
    found: dict[int, list[Meeting]] = defaultdict(list)
    during = Q(last_day__isnull=True) | Q(last_day__gte=plan.first_day)
    for row in ScheduleSlot.objects.filter(during, group__in=groups).order_by("weekday", "start"):
        period = Period(row.first_day, row.last_day)
        found[row.group_id].append(Meeting(row.weekday, row.start, row.minutes, period))
    return defaultdict(tuple, {group: tuple(times) for group, times in found.items()})


def _blocks(activities: Iterable[int]) -> dict[int, tuple[BuildingBlock, ...]]:
    found: dict[int, list[BuildingBlock]] = defaultdict(list)
    told = Effect.objects.filter(activity__in=activities, strengthens=True).order_by("pk")
    for activity, block in told.values_list("activity_id", "block"):
        found[activity].append(BuildingBlock(block))
    return defaultdict(tuple, {activity: tuple(blocks) for activity, blocks in found.items()})
