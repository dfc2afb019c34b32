"""How people live: the home that a day's travel is counted from, and the housing over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.records.models import HousingSpell

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from byggsten.domain.organisations import Place


def home_of(reference: str, on: date) -> Place | None:
    """Where the person lives on the day, if somebody has recorded the place."""
    holds = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    spell = spells_of(reference).filter(holds).order_by("-first_day", "-pk").select_related("place").first()
    return spell.place.as_domain() if spell and spell.place else None


def spells_of(reference: str) -> QuerySet[HousingSpell]:
    """What is known now of how the person lives, also from a record that was merged into the person's."""
    about = Q(person__reference=reference) | Q(person__merged_into__reference=reference)
    return HousingSpell.objects.filter(about, replaced_at__isnull=True)
