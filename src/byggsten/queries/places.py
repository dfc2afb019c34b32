"""The places that are known here."""

from __future__ import annotations

from byggsten.records.models import Place


def place_names() -> tuple[str, ...]:
    """Their names, in order."""
    return tuple(Place.objects.order_by("name").values_list("name", flat=True))
