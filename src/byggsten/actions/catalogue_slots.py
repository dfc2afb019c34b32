"""The weekly times of a group: what has been is kept, what is to come is as it was last told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.domain.catalogue import Slot
from byggsten.domain.catalogue.collisions import first_collision
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import ScheduleSlot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


class BusyTeacher(Refusal):
    """The teacher has another group at that time."""


def slot_of(row: ScheduleSlot) -> Slot:
    """The weekly time as a value."""
    return Slot(row.weekday, row.start, Minutes(row.minutes), Period(row.first_day, row.last_day))


def refuse_busy_teacher(group: str, slots: Sequence[Slot], teacher: int | None) -> None:
    """Raise BusyTeacher when the teacher meets another group at one of the times."""
    if teacher is None:
        return
    rows = ScheduleSlot.objects.filter(group__teacher=teacher).exclude(group__reference=group)
    for row in rows.select_related("group").order_by("group__name", "weekday", "start"):
        found = first_collision(slots, [slot_of(row)])
        if found is not None:
            sentence = N_("Läraren har redan %(group)s som börjar %(start)s den dagen. Byt tid eller lärare.")
            told = {"group": row.group.name, "start": f"{row.start:%H.%M}"}
            raise BusyTeacher(Text(sentence, told))


def write_slots(group: int, slots: Iterable[Slot], today: date, *, keep: bool = True) -> bool:
    """Let the group meet at these times from today on, and say whether anything changed.

    ``keep`` False: a time that is told with another length always had that length.

    A time that has begun and is no longer told ends yesterday; one that has not begun is taken away.
    Times that ended before today stay as they were.
    """
    wanted = {(slot.weekday, slot.start, slot.period.first_day): slot for slot in slots}
    known = {(row.weekday, row.start, row.first_day): row for row in ScheduleSlot.objects.filter(group=group)}
    changed = False
    for key, row in known.items():
        if key not in wanted and (row.last_day is None or row.last_day >= today):
            _end(row, today)
            changed = True
    for key, slot in wanted.items():
        old = known.get(key)
        if old is not None and (old.minutes, old.last_day) == (slot.minutes, slot.period.last_day):
            continue
        changed = True
        first = slot.period.first_day
        if keep and old is not None and old.minutes != slot.minutes and first < today:
            # What has been was of another length: it ends, and the new length begins today.
            _end(old, today)
            first = today
        ScheduleSlot.objects.update_or_create(
            group_id=group,
            weekday=slot.weekday,
            start=slot.start,
            first_day=first,
            defaults={"minutes": slot.minutes, "last_day": slot.period.last_day},
        )
    return changed


def _end(row: ScheduleSlot, today: date) -> None:
    if row.first_day < today:
        row.last_day = today - timedelta(days=1)
        row.save(update_fields=["last_day"])
    else:
        row.delete()
