"""Make the sessions that groups' weekly schedules promise; those that are there are left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions.counts import Counts
from byggsten.actions.lookups import ids_of
from byggsten.actions.sessions import record_sessions
from byggsten.domain.catalogue import Slot
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.occasions import occasions
from byggsten.domain.planning import Session as Planned
from byggsten.records.models import Group, ScheduleSlot, Session

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime


@transaction.atomic
def make_sessions(
    groups: Collection[str], period: Period, *, announced_on: date, by: str, at: datetime
) -> Counts:
    """Make the sessions of the groups in the period, announced on a day.

    A day and time at which the group has a session, cancelled or not, gets no other.
    Raises UnknownReference.
    """
    ids = ids_of(Group, groups)
    rows = {
        group.reference: group
        for group in Group.objects.select_related("activity").filter(pk__in=ids.values())
    }
    slots: dict[str, list[Slot]] = {}
    for row in ScheduleSlot.objects.select_related("group").filter(group__in=ids.values()):
        slots.setdefault(row.group.reference, []).append(_slot(row))
    taken = set(
        Session.objects.filter(group__in=ids.values(), day__gte=period.first_day).values_list(
            "group__reference", "day", "start"
        )
    )
    made = [
        _session(rows[reference], day, slot, announced_on)
        for reference, own in slots.items()
        for day, slot in occasions(own, _meets(rows[reference], period))
        if (reference, day, slot.start) not in taken
    ]
    return record_sessions(made, by=by, at=at)


def _session(group: Group, day: date, slot: Slot, announced_on: date) -> Planned:
    return Planned(
        reference=f"{group.reference}-{day:%Y%m%d}-{slot.start:%H%M}",
        group=group.reference,
        activity=group.activity.reference,
        day=day,
        start=slot.start,
        minutes=slot.minutes,
        announced_on=announced_on,
    )


def _slot(row: ScheduleSlot) -> Slot:
    return Slot(row.weekday, row.start, Minutes(row.minutes), Period(row.first_day, row.last_day))


def _meets(group: Group, period: Period) -> Period:
    """The part of the period in which the group meets; a day before it when there is none."""
    first = max(day for day in (period.first_day, group.first_day) if day is not None)
    ends = [day for day in (period.last_day, group.last_day) if day is not None]
    last = min(ends, default=None)
    return Period(first, last if last is None or last >= first else first)
