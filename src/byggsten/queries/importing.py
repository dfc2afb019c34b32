"""What a caseworker's own file may be about: everybody but those whom the caseworker may not see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max, Q

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.people import Protection
from byggsten.records.models import Assignment, Membership, Person, Unit

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor


@dataclass(frozen=True, slots=True, repr=False)
class Sight:
    """The caseworker's unit, and whom and which numbers a file of the caseworker's may not touch."""

    unit: str
    hidden: frozenset[str]
    hidden_numbers: frozenset[str]
    # Members of homes where somebody lives or has lived whom the caseworker may not see.
    near_hidden: frozenset[str] = frozenset()


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
        _near(hidden),
    )


def recorded(references: Collection[str]) -> frozenset[str]:
    """Those of the references that are somebody's."""
    found = Person.objects.filter(reference__in=references)
    return frozenset(found.values_list("reference", flat=True))


def unanswered(references: Collection[str], day: date) -> tuple[str, ...]:
    """Those, read as the records they are kept under, that nobody at work answers for on the day."""
    told = Person.objects.filter(reference__in=references)
    kept = Person.objects.filter(
        Q(pk__in=told.filter(merged_into__isnull=True)) | Q(pk__in=told.values("merged_into"))
    )
    holds = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    answered = Assignment.objects.filter(holds, caseworker__user__is_active=True).values("person")
    marked = kept.exclude(Q(pk__in=answered) | Q(protection=Protection.NONE.value))
    return tuple(marked.order_by("reference").values_list("reference", flat=True))


def _near(hidden: QuerySet[Person]) -> frozenset[str]:
    lived = Q(person__in=hidden.values("pk")) | Q(reference__in=hidden.values("reference"))
    homes = Membership.objects.filter(lived).values("household")
    found = Membership.objects.filter(household__in=homes).exclude(lived)
    return frozenset(found.values_list("reference", flat=True))


def newest() -> int:
    """The key of the record that was made last; those made after it have higher ones."""
    last: int | None = Person.objects.aggregate(last=Max("pk"))["last"]
    return last or 0
