"""Record groups and their weekly times; the same told twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.actions.upserting import upsert
from byggsten.records.models import Activity, Group, Place, ScheduleSlot, StaffMember

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, time

    from byggsten.actions.counts import Counts
    from byggsten.domain.dates import Minutes, Period


@dataclass(frozen=True, slots=True)
class Slot:
    """A weekly time of a group; Monday is 1."""

    weekday: int
    start: time
    minutes: Minutes
    period: Period


@dataclass(frozen=True, slots=True)
class GroupToRegister:
    """A group as it is told: ``teacher`` is a user name and ``place`` a name; empty when not known."""

    reference: str
    activity: str
    name: str
    teacher: str = ""
    place: str = ""
    schedule: tuple[Slot, ...] = ()


@transaction.atomic
def register_groups(groups: Sequence[GroupToRegister], *, by: str, at: datetime) -> Counts:
    """Record groups with their schedules.  Raises UnknownReference (activity, teacher or place)."""
    activities = ids_of(Activity, [group.activity for group in groups])
    teachers = ids_of(StaffMember, [group.teacher for group in groups if group.teacher])
    places = ids_of(Place, [group.place for group in groups if group.place])
    told = {
        group.reference: {
            "activity_id": activities[group.activity],
            "name": group.name,
            "teacher_id": teachers.get(group.teacher),
            "place_id": places.get(group.place),
        }
        for group in groups
    }
    counts = upsert(Group, "reference", told)
    ids = ids_of(Group, told)
    _record_slots(groups, ids)
    if counts.written:
        diary.write("groups.registered", by=by, at=at, created=counts.created, changed=counts.changed)
    return counts


def _record_slots(groups: Sequence[GroupToRegister], ids: Mapping[str, int]) -> None:
    slots = [
        ScheduleSlot(
            group_id=ids[group.reference],
            weekday=slot.weekday,
            start=slot.start,
            minutes=slot.minutes,
            first_day=slot.period.first_day,
            last_day=slot.period.last_day,
        )
        for group in groups
        for slot in group.schedule
    ]
    ScheduleSlot.objects.bulk_create(
        slots,
        update_conflicts=True,
        unique_fields=["group", "weekday", "start", "first_day"],
        update_fields=["minutes", "last_day"],
        batch_size=500,
    )
