"""Record places, providers and activities; the same told twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.actions.upserting import upsert
from byggsten.domain.planning import Publication
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
    """Record activities with their effects.  Raises UnknownReference (the provider).

    What comes this way is in use already: it passes the domain's check of an activity and is published.
    One that is a draft here, or closed, stays so; drafts go another way, through ``catalogue_import``.
    """
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
    changed = _different(told)
    counts = upsert(Activity, "reference", told)
    ids = ids_of(Activity, told)
    changed |= _record_effects(activities, ids)
    # A form that somebody has open shall notice.
    Activity.objects.filter(pk__in=changed).update(stamp=F("stamp") + 1)
    Activity.objects.filter(
        pk__in=ids.values(), publication=Publication.PUBLISHED.value, published_at=None
    ).update(published_at=at, published_by=by)
    if counts.written:
        diary.write("activities.registered", by=by, at=at, created=counts.created, changed=counts.changed)
    return counts


def _different(told: Mapping[str, Mapping[str, Any]]) -> set[int]:
    """The keys of those that are known and are told otherwise now."""
    return {
        row.pk
        for row in Activity.objects.filter(reference__in=told)
        if any(getattr(row, name) != value for name, value in told[row.reference].items())
    }


def _record_effects(activities: Sequence[planning.Activity], ids: Mapping[str, int]) -> set[int]:
    """Write the effects that are new or told otherwise; give the keys of their activities."""
    changed = set()
    known = {
        (effect.activity_id, effect.block, effect.strengthens): effect
        for effect in Effect.objects.filter(activity__in=ids.values())
    }
    for activity in {activity.reference: activity for activity in activities}.values():
        for effect in activity.effects:
            row = known.get((ids[activity.reference], effect.block.value, effect.strengthens))
            if row is None or row.mechanism != effect.mechanism:
                changed.add(ids[activity.reference])
                Effect.objects.update_or_create(
                    activity_id=ids[activity.reference],
                    block=effect.block.value,
                    strengthens=effect.strengthens,
                    defaults={"mechanism": effect.mechanism},
                )
    return changed
