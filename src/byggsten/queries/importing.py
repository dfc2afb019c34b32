"""What a caseworker's own file may be about: everybody but those whom the caseworker may not see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max, Q

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.records.models import Person, Unit

if TYPE_CHECKING:
    from byggsten.access.actors import Actor


@dataclass(frozen=True, slots=True, repr=False)
class Sight:
    """The caseworker's unit, and whom and which numbers a file of the caseworker's may not touch."""

    unit: str
    hidden: frozenset[str]
    hidden_numbers: frozenset[str]


def sight_of(actor: Actor) -> Sight:
    """What the actor's file may be about.  Raises NotInYourRole."""
    actor.demand(May.RECEIVE)
    seen = visible(actor, May.CHANGE_PERSON, Person).values("pk")
    # A merged record is touched through the one that it is read as.
    hidden = Person.objects.exclude(Q(pk__in=seen) | Q(merged_into__in=seen))
    rows = tuple(hidden.values_list("reference", "number"))
    unit = visible(actor, May.RECEIVE, Unit).values_list("name", flat=True).first() or ""
    return Sight(
        unit,
        frozenset(reference for reference, _ in rows),
        frozenset(number for _, number in rows if number),
    )


def newest() -> int:
    """The key of the record that was made last; those made after it have higher ones."""
    last: int | None = Person.objects.aggregate(last=Max("pk"))["last"]
    return last or 0
