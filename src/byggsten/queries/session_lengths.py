"""How long sessions are, for those who must compare it with what was told about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.records.models import ExternalId, Session
from byggsten.records.models.identities import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable


def session_minutes(names: Iterable[str], system: str) -> dict[str, int]:
    """The minutes of each session that is recorded, by our reference or by the system's own id."""
    wanted = set(names)
    ours = Session.objects.filter(reference__in=wanted).values_list("reference", "minutes")
    theirs = ExternalId.objects.filter(
        system=system, kind=Kind.SESSION.value, value__in=wanted, session__isnull=False
    ).values_list("value", "session__minutes")
    return {**dict(ours), **dict(theirs)}
