"""Correct who a person is; a form that was opened before somebody else's change never overwrites it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary, people
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.merge_checks import refuse_tying
from byggsten.actions.person_columns import columns_of
from byggsten.actions.reception_numbers import refuse_taken
from byggsten.actions.staff import keep_within_reach
from byggsten.domain.dates import Period
from byggsten.domain.people import Member, MemberRole, Protection
from byggsten.domain.texts import N_, Refusal
from byggsten.records.models import Membership, Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain import people as domain


class StalePerson(Refusal):
    """Somebody has changed the person since the form was opened; nothing is written."""

    def __init__(self) -> None:
        super().__init__(
            N_("Någon har ändrat uppgifterna sedan du öppnade sidan. Inget är sparat. Jämför och välj.")
        )


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person is, as the form has it; the unit and the case reference are not changed by hand."""

    person: domain.Person
    interim_number: str
    interpreter: bool


@transaction.atomic
def change_identity(told: Identity, *, stamp: int, by: Actor, at: datetime) -> tuple[str, ...]:
    """Write what differs, and name the columns; ``stamp`` is the one the form was opened with.

    Raises StalePerson, NumberCannotBeUsed, CannotHide, TooLong, NothingHere, NotInYourRole.
    """
    reference = told.person.reference
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    refuse_taken(told.person.number, by=by, besides=reference)
    row = Person.objects.select_for_update().get(reference=reference)
    columns = columns_of(
        told.person, row.unit_id, interpreter=told.interpreter, interim_number=told.interim_number
    )
    refuse_too_long(Person, columns)
    if told.person.protection is Protection.FICTITIOUS_IDENTITY:
        refuse_tying(row)
    changed = tuple(name for name, value in columns.items() if getattr(row, name) != value)
    if not changed:
        return ()
    written = Person.objects.filter(pk=row.pk, stamp=stamp).update(stamp=F("stamp") + 1, **columns)
    if not written:
        raise StalePerson
    # Which columns, never what they held.
    diary.write("person.changed", person=reference, by=by.username, at=at, columns=list(changed))
    if "born" in changed:
        _born_again(row, told.person, by=by.username, at=at)
    if told.person.protection is not Protection.NONE:
        keep_within_reach([reference], by=by, at=at)
    return changed


def _born_again(row: Person, told: domain.Person, *, by: str, at: datetime) -> None:
    """Households hold the day of birth too, since a child there needs no record of its own."""
    stays = Membership.objects.select_related("household").filter(person=row, replaced_at__isnull=True)
    for stay in stays:
        period = Period(stay.first_day, stay.last_day)
        member = Member(stay.reference, MemberRole(stay.role), told.born, period)
        people.record_households({stay.household.reference: [member]}, by=by, at=at)


@transaction.atomic
def tell_facts(reference: str, facts: Sequence[domain.Fact], *, by: Actor, at: datetime) -> None:
    """Record facts about a person.  Raises NothingHere, NotInYourRole."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    people.record_facts({reference: facts}, by=by.username, at=at)


@transaction.atomic
def tell_permit(reference: str, permit: domain.Permit, *, by: Actor, at: datetime) -> None:
    """Record a permit of a person.  Raises NothingHere, NotInYourRole."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    people.record_permits({reference: [permit]}, by=by.username, at=at)
