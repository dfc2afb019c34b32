"""What has been answered about records that are alike, so that it can be seen and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.queries.readings import called
from byggsten.records.models import Merge, NotTheSame, Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from byggsten.access.actors import Actor


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody has answered about two records, and can take back."""

    one: str
    one_name: str
    other: str
    other_name: str
    by: str
    at: datetime


def merged(actor: Actor) -> tuple[Answered, ...]:
    """The merges that stand, the latest first: what is kept, and what was merged into it."""
    seen = visible(actor, May.SEE_PERSON, Person)
    rows = Merge.objects.filter(undone_at__isnull=True, absorbed__merged_into__in=seen)
    found = rows.select_related("kept", "absorbed").order_by("-at", "-pk")
    return _told((row.kept, row.absorbed, row.by, row.at) for row in found)


def told_apart(actor: Actor) -> tuple[Answered, ...]:
    """The pairs that somebody said are two people, the latest first."""
    seen = visible(actor, May.SEE_PERSON, Person)
    rows = NotTheSame.objects.filter(one__in=seen, other__in=seen)
    found = rows.select_related("one", "other").order_by("-at", "-pk")
    return _told((row.one, row.other, row.by, row.at) for row in found)


def _told(rows: Iterable[tuple[Person, Person, str, datetime]]) -> tuple[Answered, ...]:
    given = tuple(rows)
    names = called({by for _, _, by, _ in given})
    return tuple(
        Answered(one.reference, _name(one), other.reference, _name(other), names.get(by, by), at)
        for one, other, by, at in given
    )


def _name(row: Person) -> str:
    return row.as_domain().name or row.reference
