"""From groups with their places and weekly times to HSDS 3.0."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from byggsten.gateways.catalogue_hsds.terms import DAYS, YES, attributes, id_of
from byggsten.gateways.catalogue_hsds.wire import Location, Schedule, ServiceAtLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time

    from byggsten.domain.catalogue import GroupDraft, Slot
    from byggsten.domain.dates import Period
    from byggsten.domain.organisations import Place


def group_of(group: GroupDraft, places: Mapping[str, Place]) -> ServiceAtLocation:
    key = id_of("group", group.reference)
    said = {
        "reference": group.reference,
        "capacity": "" if group.capacity is None else str(group.capacity),
        "language": group.language,
        "first_day": day(group.first_day),
        "last_day": day(group.last_day),
    }
    return ServiceAtLocation(
        id=key,
        description=group.name,
        schedules=_schedules(key, group.slots),
        location=_location(places[group.place]) if group.place else None,
        attributes=attributes("service_at_location", key, said),
    )


def _location(place: Place) -> Location:
    key = id_of("place", place.name)
    ferry = attributes("location", key, {"ferry": YES if place.ferry else ""})
    return Location(
        id=key,
        location_type="physical",
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        attributes=ferry,
    )


def _schedules(group: str, slots: Iterable[Slot]) -> tuple[Schedule, ...]:
    """One schedule for the days of the week that have the same hour and period."""
    days: dict[tuple[time, int, Period], list[int]] = defaultdict(list)
    for slot in slots:
        days[slot.start, slot.minutes, slot.period].append(slot.weekday)
    return tuple(
        Schedule(
            id=id_of("schedule", group, start.isoformat(), str(minutes), str(period)),
            valid_from=day(period.first_day),
            valid_to=day(period.last_day),
            dtstart=day(period.first_day),
            until=day(period.last_day),
            freq="WEEKLY",
            interval=1,
            byday=",".join(DAYS[day] for day in sorted(weekdays)),
            opens_at=start.isoformat("seconds"),
            closes_at=(datetime.combine(period.first_day, start) + timedelta(minutes=minutes))
            .time()
            .isoformat("seconds"),
        )
        for (start, minutes, period), weekdays in days.items()
    )


def day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
