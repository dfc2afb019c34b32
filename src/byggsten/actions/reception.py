"""Receive people by hand: new cases with their numbers, permits, facts and home, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models.functions import Length

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary, people
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.reception_contact import record_reach
from byggsten.actions.reception_homes import Home, settle_home
from byggsten.actions.reception_notice_outcomes import settle_notice
from byggsten.actions.reception_numbers import refuse_taken
from byggsten.actions.staff import assign
from byggsten.domain.people import Protection
from byggsten.domain.reception import NoticeOutcome, next_reference
from byggsten.records.models import ExternalId, Person, Unit
from byggsten.records.models.identities import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain import people as domain
    from byggsten.domain.reception import Reach

# A form that is sent twice carries the same token, which means the first of those that it registered.
FORM = "byggsten:blankett"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One who is received.  The reference of ``person`` is given by us; ``mine``: I answer for the case."""

    person: domain.Person
    interim_number: str = ""
    interpreter: bool = False
    reach: Reach | None = None
    permit: domain.Permit | None = None
    facts: tuple[domain.Fact, ...] = ()
    mine: bool = True


@dataclass(frozen=True, slots=True)
class Received:
    """The references that were given; ``again``: the same form had already been saved."""

    references: tuple[str, ...]
    again: bool = False


@transaction.atomic
def receive(
    newcomers: Sequence[Newcomer],
    *,
    token: str,
    by: Actor,
    at: datetime,
    home: Home | None = None,
    notice: int | None = None,
) -> Received:
    """Register them all, or nobody.

    Raises NotInYourRole, NothingHere, NumberCannotBeUsed, TooLong, TwoHomes, NoticeIsHandled.
    """
    unit = _turn(by)
    demand(by, May.RECEIVE, Subject.UNIT, unit.name)
    before = saved_before(token)
    if before is not None:
        return before
    for one in newcomers:
        refuse_taken(one.person.number, by=by)
    given = _references(len(newcomers), by)
    named = [
        replace(one, person=replace(one.person, reference=reference))
        for one, reference in zip(newcomers, given, strict=True)
    ]
    _register(named, unit.name, by, at)
    first = Person.objects.get(reference=given[0])
    ExternalId.objects.create(system=FORM, kind=Kind.PERSON.value, value=token, person=first)
    if home is not None:
        settle_home(home, [one.person for one in named], by=by, at=at)
    if notice is not None:
        settle_notice(notice, outcome=NoticeOutcome.REGISTERED, person=given[0], by=by, at=at)
    return Received(tuple(given))


def saved_before(token: str) -> Received | None:
    """What the form with the token has already registered."""
    row = ExternalId.objects.select_related("person").filter(system=FORM, kind=Kind.PERSON.value, value=token)
    found = row.first()
    return Received((found.person.reference,), again=True) if found and found.person else None


def _turn(by: Actor) -> Unit:
    """The actor's unit, while those who register at once take turns at the first unit's row.

    Only against each other: without the key a long import goes on beside them.
    """
    first = Unit.objects.select_for_update(no_key=True).order_by("pk").first()
    own = Unit.objects.filter(pk=by.unit_id or 0).first()
    return own or first or Unit(name="")


def _references(count: int, by: Actor) -> list[str]:
    """The next references of the year."""
    year = f"{by.on.year:04}-"
    known = Person.objects.filter(reference__regex=rf"^{year}\d{{5,9}}$")
    last = (
        known.annotate(digits=Length("reference"))
        .order_by("-digits", "-reference")
        .values_list("reference", flat=True)
        .first()
    )
    found: list[str] = []
    for _ in range(count):
        last = next_reference(by.on.year, last)
        found.append(last)
    return found


def _register(named: Sequence[Newcomer], unit: str, by: Actor, at: datetime) -> None:
    who = by.username
    needing = {one.person.reference for one in named if one.interpreter}
    people.register_people([n.person for n in named], unit=unit, by=who, at=at, interpreters=needing)
    for one in named:
        reference = one.person.reference
        if one.interim_number:
            refuse_too_long(Person, {"interim_number": one.interim_number})
            Person.objects.filter(reference=reference).update(interim_number=one.interim_number)
        if one.reach is not None:
            record_reach(reference, one.reach, by=who, at=at)
        diary.write("person.received", person=reference, by=who, at=at)
    permits = {n.person.reference: [n.permit] for n in named if n.permit is not None}
    people.record_permits(permits, by=who, at=at)
    people.record_facts({n.person.reference: n.facts for n in named}, by=who, at=at)
    # One whose data are protected is seen only by whoever has been given the case.
    kept = [n.person.reference for n in named if n.mine or n.person.protection is not Protection.NONE]
    if kept:
        assign(kept, caseworker=who, first_day=by.on, by=who, at=at)
