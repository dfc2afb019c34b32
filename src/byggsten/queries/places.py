"""The places that anybody may know of; a place where people live and nothing is held is not one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from byggsten.records.models import Group, HousingSpell, Place

if TYPE_CHECKING:
    from django.db.models import QuerySet


def public_places() -> QuerySet[Place]:
    """Places where something is held, and those where nobody lives, by name."""
    held = Exists(Group.objects.filter(place=OuterRef("pk")))
    lived_in = Exists(HousingSpell.objects.filter(place=OuterRef("pk")))
    return Place.objects.filter(Q(held) | ~Q(lived_in)).order_by("name")


def place_names() -> tuple[str, ...]:
    """Their names."""
    return tuple(public_places().values_list("name", flat=True))
