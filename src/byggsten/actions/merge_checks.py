"""What stands in the way of reading two records as one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.access.conditions import holds_on
from byggsten.domain.dates import Period
from byggsten.domain.people import PersonalNumber, Protection
from byggsten.domain.planning import OverlappingPlans
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.merged import family
from byggsten.records.models import Assignment, Person, Plan

if TYPE_CHECKING:
    from byggsten.access.actors import Actor

# The weakest first.  Who reads the merged record reads what the stronger one hides.
LEVELS = tuple(Protection)


def protection_of(person: Person) -> Protection:
    """The strongest protection of any of the records that are read as the person."""
    levels = Person.objects.filter(pk__in=family(person.pk)).values_list("protection", flat=True)
    return max((Protection(level) for level in levels), key=LEVELS.index, default=Protection.NONE)


class CannotMerge(Refusal):
    """The two records may not be read as one."""


class CannotHide(Refusal):
    """The person's old and new identity would be tied together."""


def refuse_tying(person: Person) -> None:
    """Raise CannotHide if another record is read as the person, or this one as another.

    An old and a new identity must never be tied together.
    """
    if len(family(person.pk)) > 1:
        raise CannotHide(
            N_(
                "Personen har poster som är sammanslagna, och då går fingerad identitet inte att ange: den "
                "gamla och den nya identiteten får aldrig kunna kopplas ihop. Ångra sammanslagningen först, "
                "på sidan Dubbletter."
            )
        )


def refuse_merging(kept: Person, absorbed: Person, by: Actor) -> None:
    """Raise CannotMerge or OverlappingPlans if the records may not be read as one.  Both are visible."""
    if kept.pk == absorbed.pk:
        raise CannotMerge(N_("Det är samma post. Välj två olika."))
    _refuse_protected(kept, absorbed, by)
    _refuse_two_numbers(kept, absorbed)
    _refuse_overlapping_plans(kept, absorbed)


def _refuse_protected(kept: Person, absorbed: Person, by: Actor) -> None:
    levels = [Protection(row.protection) for row in (kept, absorbed)]
    if Protection.FICTITIOUS_IDENTITY in levels:
        # An old and a new identity must never be tied together, here or anywhere else.
        raise CannotMerge(N_("Posterna går inte att slå ihop. Fråga din chef om du tror att det är fel."))
    if levels[0] == levels[1]:
        return
    named = Assignment.objects.filter(holds_on(by), caseworker_id=by.staff_id, person__in=(kept, absorbed))
    if named.values("person").distinct().count() < len(levels):
        raise CannotMerge(
            N_(
                "Posterna har olika skydd för personuppgifter. Bara den som är utsedd handläggare för båda "
                "kan slå ihop dem. Be din chef utse dig, eller låt den utsedda göra det."
            )
        )
    if LEVELS.index(levels[0]) < LEVELS.index(levels[1]):
        raise CannotMerge(
            N_("Den ena posten har skyddade personuppgifter. Behåll den, så att skyddet gäller allt.")
        )


def _refuse_two_numbers(kept: Person, absorbed: Person) -> None:
    numbers = [PersonalNumber(row.number) for row in (kept, absorbed) if row.number]
    if len(numbers) > 1 and not any(number.is_coordination_number for number in numbers):
        raise CannotMerge(
            N_(
                "Posterna har två olika personnummer, och en person har bara ett. Rätta det som är fel, "
                "eller svara «Inte samma»."
            )
        )


def _refuse_overlapping_plans(kept: Person, absorbed: Person) -> None:
    own, others = (
        Plan.objects.filter(withdrawn_at__isnull=True, person__in=family(row.pk)) for row in (kept, absorbed)
    )
    for one in own.order_by("first_day"):
        for other in others.order_by("first_day"):
            if Period(one.first_day, one.last_day).overlaps(Period(other.first_day, other.last_day)):
                raise OverlappingPlans(
                    Text(
                        N_(
                            "Planerna %(one)s och %(other)s gäller båda %(day)s. Avsluta den ena före "
                            "den dagen, eller dra tillbaka den, och slå ihop posterna sedan."
                        ),
                        {
                            "one": one.reference,
                            "other": other.reference,
                            "day": max(one.first_day, other.first_day),
                        },
                    )
                )
