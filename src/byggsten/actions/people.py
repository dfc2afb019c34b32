"""Record people, their permits, facts and households; the same told twice changes nothing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.another_person import refuse_another
from byggsten.actions.counts import Counts
from byggsten.actions.lookups import ids_of
from byggsten.actions.person_columns import columns_by_reference, refuse_unkept, renew
from byggsten.actions.replacing import Told, replace
from byggsten.records.models import Fact, Household, Membership, Permit, Person, Unit
from byggsten.records.models.facts import keep_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from byggsten.domain import people as domain


@transaction.atomic
def register_units(names: Iterable[str]) -> None:
    """Make sure that the units exist."""
    Unit.objects.bulk_create([Unit(name=name) for name in names], ignore_conflicts=True)


@transaction.atomic
def register_people(
    people: Sequence[domain.Person],
    *,
    unit: str,
    by: str,
    at: datetime,
    interpreters: Collection[str] = (),
    open_about: Collection[str] = (),
    interim: Mapping[str, str] = MappingProxyType({}),
) -> Counts:
    """Record people in a unit; one who is known is brought up to date, and what is not told is kept.

    ``interpreters`` are the references of those who need one.
    ``interim`` are numbers of those who have no other yet.
    ``open_about`` are those of whom the source does not say whether their data are protected.
    Raises AnotherPerson, NumberIsTaken, UnknownReference (the unit).
    """
    unit_id = ids_of(Unit, [unit])[unit]
    told = columns_by_reference(people, unit_id, interpreters, interim)
    known = {row.reference: row for row in Person.objects.filter(reference__in=told)}
    refuse_another(known.values(), people)
    refuse_unkept(told)
    new = [
        Person(reference=p.reference, recorded_at=p.recorded_at or at, **told[p.reference])
        for p in {p.reference: p for p in people}.values()
        if p.reference not in known
    ]
    changes = renew(known.values(), told, open_about)
    Person.objects.bulk_create(new, batch_size=500)
    for reference, columns in changes.items():
        # Which columns, never what they held.
        diary.write("person.changed", person=reference, by=by, at=at, columns=columns)
    counts = Counts(len(new), len(changes), len(known.keys() - changes.keys()))
    if new:
        diary.write("people.registered", by=by, at=at, created=len(new), unit=unit)
    return counts


def register_person(
    person: domain.Person, *, unit: str, by: str, at: datetime, interpreter: bool = False
) -> Counts:
    """Record one person, or bring what is known up to date."""
    return register_people(
        [person], unit=unit, by=by, at=at, interpreters=(person.reference,) if interpreter else ()
    )


@transaction.atomic
def record_permits(permits: Mapping[str, Sequence[domain.Permit]], *, by: str, at: datetime) -> Counts:
    """Record permits by person; one of the same ground and first day replaces what was known of it."""
    ids = ids_of(Person, permits)
    told = [
        Told(
            (ids[reference], permit.ground, permit.period.first_day),
            {
                "last_day": permit.period.last_day,
                "extension_applied": permit.extension_applied,
                "origin": permit.origin,
            },
            permit.recorded_at or at,
        )
        for reference, rows in permits.items()
        for permit in rows
    ]
    counts = replace(Permit, ("person_id", "ground", "first_day"), told, by=by)
    _note("permits.recorded", permits, counts, by=by, at=at)
    return counts


@transaction.atomic
def record_facts(facts: Mapping[str, Sequence[domain.Fact]], *, by: str, at: datetime) -> Counts:
    """Record facts by person; one of the same code and first day replaces what was known of it."""
    ids = ids_of(Person, facts)
    told = [
        Told(
            (ids[reference], fact.code, fact.period.first_day),
            {"value": keep_value(fact.value), "last_day": fact.period.last_day, "origin": fact.origin},
            fact.recorded_at or at,
        )
        for reference, rows in facts.items()
        for fact in rows
    ]
    counts = replace(Fact, ("person_id", "code", "first_day"), told, by=by)
    _note("facts.recorded", facts, counts, by=by, at=at)
    return counts


@transaction.atomic
def record_households(households: Mapping[str, Sequence[domain.Member]], *, by: str, at: datetime) -> Counts:
    """Record who belongs to each household; a member whose reference is a known person is tied to it."""
    Household.objects.bulk_create([Household(reference=r) for r in households], ignore_conflicts=True)
    ids = dict(Household.objects.filter(reference__in=households).values_list("reference", "pk"))
    members = {member.reference for rows in households.values() for member in rows}
    people = dict(Person.objects.filter(reference__in=members).values_list("reference", "pk"))
    told = [
        Told(
            (ids[household], member.reference, member.period.first_day),
            {
                "person_id": people.get(member.reference),
                "role": member.role.value,
                "born": member.born,
                "last_day": member.period.last_day,
            },
            member.recorded_at or at,
        )
        for household, rows in households.items()
        for member in rows
    ]
    counts = replace(Membership, ("household_id", "reference", "first_day"), told, by=by)
    _note("households.recorded", households, counts, by=by, at=at)
    return counts


def _note(code: str, rows: Mapping[str, object], counts: Counts, *, by: str, at: datetime) -> None:
    if counts.written:
        person = next(iter(rows)) if len(rows) == 1 and not code.startswith("households") else ""
        diary.write(code, person=person, by=by, at=at, created=counts.created, changed=counts.changed)
