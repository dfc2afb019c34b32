"""Record providers, places, activities, groups and their sessions; the same told twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.lookups import ids_of
from byggsten.records.models import (
    Activity,
    Effect,
    Group,
    Place,
    Provider,
    ScheduleSlot,
    StaffMember,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, time

    from django.db.models import Model

    from byggsten.domain import organisations, planning
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
def register_places(places: Iterable[organisations.Place]) -> Counts:
    """Record places by name, or bring them up to date."""
    told = {
        place.name: {"latitude": place.latitude, "longitude": place.longitude, "ferry": place.ferry}
        for place in places
    }
    return _upsert(Place, "name", told)


@transaction.atomic
def register_providers(providers: Iterable[organisations.Provider]) -> Counts:
    """Record providers by name, or bring them up to date."""
    return _upsert(Provider, "name", {provider.name: {"kind": provider.kind.value} for provider in providers})


@transaction.atomic
def register_activities(activities: Sequence[planning.Activity], *, by: str, at: datetime) -> Counts:
    """Record activities with their effects.  Raises UnknownReference (the provider)."""
    providers = ids_of(Provider, [activity.provider for activity in activities])
    told = {
        activity.reference: {
            "name": activity.name,
            "kind": activity.kind.value,
            "provider_id": providers[activity.provider],
            "forgone_benefit": activity.forgone_benefit,
            "self_reported": activity.self_reported,
        }
        for activity in activities
    }
    counts = _upsert(Activity, "reference", told)
    ids = ids_of(Activity, told)
    known = {
        (effect.activity_id, effect.block, effect.strengthens): effect
        for effect in Effect.objects.filter(activity__in=ids.values())
    }
    for activity in {activity.reference: activity for activity in activities}.values():
        for effect in activity.effects:
            row = known.get((ids[activity.reference], effect.block.value, effect.strengthens))
            if row is None or row.mechanism != effect.mechanism:
                Effect.objects.update_or_create(
                    activity_id=ids[activity.reference],
                    block=effect.block.value,
                    strengthens=effect.strengthens,
                    defaults={"mechanism": effect.mechanism},
                )
    if counts.written:
        diary.write("activities.registered", by=by, at=at, created=counts.created, changed=counts.changed)
    return counts


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
    counts = _upsert(Group, "reference", told)
    ids = ids_of(Group, told)
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
    if counts.written:
        diary.write("groups.registered", by=by, at=at, created=counts.created, changed=counts.changed)
    return counts


def _upsert(model: type[Model], key: str, told: dict[str, dict[str, Any]]) -> Counts:
    manager = model._default_manager  # noqa: SLF001 - Django documents it
    known = {getattr(row, key): row for row in manager.filter(**{f"{key}__in": told})}
    changed = []
    for name, row in known.items():
        different = {column: value for column, value in told[name].items() if getattr(row, column) != value}
        for column, value in different.items():
            setattr(row, column, value)
        if different:
            changed.append(row)
    new = [model(**{key: name}, **columns) for name, columns in told.items() if name not in known]
    manager.bulk_create(new, batch_size=500)
    if changed:
        manager.bulk_update(changed, list(next(iter(told.values()))), batch_size=200)
    return Counts(len(new), len(changed), len(known) - len(changed))
