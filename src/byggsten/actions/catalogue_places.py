"""Providers and places that the catalogue did not know: added by the coordinator, or with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.actions import diary
from byggsten.actions.catalogue_rows import Unkept
from byggsten.actions.lengths import refuse_too_long
from byggsten.domain.texts import N_, Text
from byggsten.records.models import Place, Provider

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain import organisations


@transaction.atomic
def add_provider(provider: organisations.Provider, *, by: Actor, at: datetime) -> None:
    """Write a provider; one that is known already is left as it is.  Raises TooLong, NotInYourRole."""
    by.demand(May.EDIT_CATALOGUE)
    refuse_too_long(Provider, {"name": provider.name})
    _, new = Provider.objects.get_or_create(name=provider.name, defaults={"kind": provider.kind.value})
    if new:
        diary.write("provider.added", by=by.username, at=at, kind=provider.kind.value)


@transaction.atomic
def add_place(place: organisations.Place, *, by: Actor, at: datetime) -> None:
    """Write a place; one that is known already is left as it is.  Raises Unkept, TooLong, NotInYourRole."""
    by.demand(May.EDIT_CATALOGUE)
    refuse_too_long(Place, {"name": place.name})
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        sentence = N_(
            "Latitud är −90 till 90 och longitud −180 till 180. Norrtälje ligger på 59,76 och 18,70."
        )
        raise Unkept("latitude", Text(sentence))
    told = {"latitude": place.latitude, "longitude": place.longitude, "ferry": place.ferry}
    _, new = Place.objects.get_or_create(name=place.name, defaults=told)
    if new:
        diary.write("place.added", by=by.username, at=at)


def add_unknown(providers: Iterable[organisations.Provider], places: Iterable[organisations.Place]) -> None:
    """Write those that nobody has told of before; those that are known stay as they are.  Raises TooLong."""
    told = {provider.name: provider for provider in providers}
    here = set(Provider.objects.filter(name__in=told).values_list("name", flat=True))
    found = [Provider(name=one.name, kind=one.kind.value) for one in told.values() if one.name not in here]
    for row in found:
        refuse_too_long(Provider, {"name": row.name})
    Provider.objects.bulk_create(found, batch_size=400)
    told_places = {place.name: place for place in places}
    here = set(Place.objects.filter(name__in=told_places).values_list("name", flat=True))
    rows = [
        Place(name=one.name, latitude=one.latitude, longitude=one.longitude, ferry=one.ferry)
        for one in told_places.values()
        if one.name not in here
    ]
    for place in rows:
        refuse_too_long(Place, {"name": place.name})
    Place.objects.bulk_create(rows, batch_size=400)
