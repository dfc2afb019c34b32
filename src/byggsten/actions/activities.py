"""Record places, providers and activities; the same told twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.actions.upserting import upsert
from byggsten.records.models import Activity, Effect, Place, Provider

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from byggsten.actions.counts import Counts
    from byggsten.domain import organisations, planning


@transaction.atomic
def register_places(places: Iterable[organisations.Place]) -> Counts:
    """Record places by name, or bring them up to date."""
    told = {
        place.name: {"latitude": place.latitude, "longitude": place.longitude, "ferry": place.ferry}
        for place in places
    }
    return upsert(Place, "name", told)


@transaction.atomic
def register_providers(providers: Iterable[organisations.Provider]) -> Counts:
    """Record providers by name, or bring them up to date."""
    return upsert(Provider, "name", {provider.name: {"kind": provider.kind.value} for provider in providers})


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
    counts = upsert(Activity, "reference", told)
    ids = ids_of(Activity, told)
    _record_effects(activities, ids)
    if counts.written:
        diary.write("activities.registered", by=by, at=at, created=counts.created, changed=counts.changed)
    return counts


def _record_effects(activities: Sequence[planning.Activity], ids: Mapping[str, int]) -> None:
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
