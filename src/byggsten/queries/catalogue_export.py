"""What of the catalogue goes out to others: what is or was published, and drafts when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.planning import Publication
from byggsten.queries.catalogue_entries import entries
from byggsten.records.models import Activity

if TYPE_CHECKING:
    from byggsten.access.actors import Actor
    from byggsten.queries.catalogue_entries import Entry


def published_for(actor: Actor) -> tuple[Entry, ...]:
    """What is published, for one who may see the catalogue."""
    rows = visible(actor, May.SEE_CATALOGUE, Activity)
    return entries(rows.filter(publication=Publication.PUBLISHED.value))


def whole_catalogue(*, drafts: bool = False) -> tuple[Entry, ...]:
    """Every activity, for the one who keeps the system; drafts only when asked for."""
    rows = Activity.objects.all()
    return entries(rows if drafts else rows.exclude(publication=Publication.DRAFT.value))
