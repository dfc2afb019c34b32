"""The attendance message of SS 12000:2020 (API version 2): its shape, as the standard lists it.

The list that ``GET /attendances`` answers with, or the bare array of the earlier draft (TK450).
Fields that the standard has and we have no use for may stand there; they are not read.
"""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

Moment = Annotated[datetime, Meta(tz=True)]
Minutes = Annotated[int, Meta(ge=0, le=1440)]


class _Object(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    pass


class MetaOfObject(_Object, frozen=True, kw_only=True):
    """When the object was made and last changed in the school's system."""

    created: Moment
    modified: Moment


class Reference(_Object, frozen=True, kw_only=True):
    """Another object's id, with its name where it was asked for."""

    id: UUID
    display_name: str | None = None


class CalendarEvent(_Object, frozen=True, kw_only=True):
    """An embedded lesson: when it begins and ends, and how much of it is teaching."""

    id: UUID
    start_time: Moment | UnsetType = UNSET
    end_time: Moment | UnsetType = UNSET
    cancelled: bool = False


class Embedded(_Object, frozen=True, kw_only=True):
    """Objects sent along when «expand» was asked for."""

    calendar_event: CalendarEvent | UnsetType = UNSET


class Attendance(_Object, frozen=True, kw_only=True):
    """One pupil's attendance at one calendar event."""

    id: UUID
    meta: MetaOfObject
    calendar_event: Reference | UUID
    student: Reference | UUID
    is_reported: bool
    reporter: Reference | UUID | None = None
    attendance_minutes: Minutes | None = None
    valid_absence_minutes: Minutes | None = None
    invalid_absence_minutes: Minutes | None = None
    other_attendance_minutes: Minutes | None = None
    absence_reason: Annotated[str, Meta(max_length=1000)] | None = None
    reported_timestamp: Moment | None = None
    embedded: Embedded | None = msgspec.field(name="_embedded", default=None)

    @property
    def attended(self) -> int:
        """Minutes at the event or at another activity of the school instead."""
        return (self.attendance_minutes or 0) + (self.other_attendance_minutes or 0)

    @property
    def absent(self) -> int:
        """Minutes of absence, valid or not."""
        return (self.valid_absence_minutes or 0) + (self.invalid_absence_minutes or 0)


class AttendanceList(_Object, frozen=True, kw_only=True):
    """A page of the list; ``page_token`` leads to the next page."""

    data: tuple[Attendance, ...]
    page_token: str | None = None


def id_of(reference: Reference | UUID) -> str:
    """The id in small letters, as it is matched with ours."""
    return str(reference if isinstance(reference, UUID) else reference.id)
