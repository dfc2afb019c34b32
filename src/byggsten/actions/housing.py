"""Record how a person lives, by hand: one home at a time, and what it says of having a home of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import ids_of, locked_person
from byggsten.actions.people import record_facts
from byggsten.actions.replacing import Told, replace
from byggsten.domain.dates import Period
from byggsten.domain.housing import HousingForm, Spell, refuse_before_birth, refuse_two_homes
from byggsten.domain.people import Fact as FactValue
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Fact, HousingSpell, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.records.models import Person

OWN_HOUSING = "own_housing"
# Where the fact came from, so that a removed home takes only its own fact with it.
FROM_HOME = N_("Uppgift om boende")


class HomeHasChanged(Refusal):
    """Somebody else has changed the home since the form was opened."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Which home a form showed, and as which row, so that it never overwrites what it has not seen."""

    first_day: date
    row: int


@transaction.atomic
def move_in(person: str, spell: Spell, *, by: Actor, at: datetime) -> None:
    """Record a home; one that runs until further notice is ended the day before.

    The same told twice changes nothing.
    Raises NothingHere, NotInYourRole, TwoHomes, BeforeBirth, UnknownReference (the place).
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    known = [one for one in _known(row) if one.first_day != spell.period.first_day]
    ended = [one for one in known if one.last_day is None and one.first_day < spell.period.first_day]
    last = spell.period.first_day - timedelta(days=1)
    for one in ended:
        one.last_day = last
    refuse_before_birth(spell, row.as_domain())
    refuse_two_homes([*map(value_of, known), spell])
    _write(row, [*map(value_of, ended), spell], by=by, at=at)
    diary.write(
        "housing.recorded", person=person, by=by.username, at=at, form=spell.form.value,
        first=spell.period.first_day.isoformat(),
    )  # fmt: skip


@transaction.atomic
def correct_home(person: str, seen: Seen, spell: Spell, *, by: Actor, at: datetime) -> None:
    """Put a home right; its old row is kept as what was believed.

    Raises HomeHasChanged, and what ``move_in`` raises.
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    old = _seen(row, seen)
    known = [one for one in _known(row) if one.pk != old.pk]
    refuse_before_birth(spell, row.as_domain())
    refuse_two_homes([*map(value_of, known), spell])
    if old.first_day != spell.period.first_day:
        _close(row, old, at=at)
    _write(row, [spell], by=by, at=at)
    diary.write(
        "housing.corrected", person=person, by=by.username, at=at, form=spell.form.value,
        first=spell.period.first_day.isoformat(),
    )  # fmt: skip


@transaction.atomic
def remove_home(person: str, seen: Seen, *, by: Actor, at: datetime) -> None:
    """Take away a home that was recorded by mistake.  Raises HomeHasChanged, NothingHere, NotInYourRole."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    _close(row, _seen(row, seen), at=at)
    diary.write("housing.removed", person=person, by=by.username, at=at, first=seen.first_day.isoformat())


def value_of(row: HousingSpell) -> Spell:
    """The row as a value."""
    place = row.place.name if row.place else ""
    return Spell(HousingForm(row.form), Period(row.first_day, row.last_day), place, row.origin)


def _known(person: Person) -> list[HousingSpell]:
    return list(HousingSpell.objects.filter(person=person, replaced_at=None).select_related("place"))


def _seen(person: Person, seen: Seen) -> HousingSpell:
    found = HousingSpell.objects.filter(pk=seen.row, person=person, replaced_at=None).first()
    if found is None or found.first_day != seen.first_day:
        raise HomeHasChanged(
            Text(
                N_(
                    "Någon annan har ändrat boendet sedan du öppnade sidan. "
                    "Se hur det står nu och ändra det igen."
                )
            )
        )
    return found


def _write(person: Person, spells: Sequence[Spell], *, by: Actor, at: datetime) -> None:
    places = ids_of(Place, {spell.place for spell in spells if spell.place})
    told = [
        Told(
            (person.pk, spell.period.first_day),
            {
                "form": spell.form.value,
                "place_id": places.get(spell.place),
                "last_day": spell.period.last_day,
                "origin": spell.origin,
            },
            at,
        )
        for spell in spells
    ]
    replace(HousingSpell, ("person_id", "first_day"), told, by=by.username)
    facts = [FactValue(OWN_HOUSING, spell.own, spell.period, FROM_HOME, at) for spell in spells]
    record_facts({person.reference: facts}, by=by.username, at=at)


def _close(person: Person, row: HousingSpell, *, at: datetime) -> None:
    HousingSpell.objects.filter(pk=row.pk).update(replaced_at=max(at, row.recorded_at))
    Fact.objects.filter(
        person=person, code=OWN_HOUSING, first_day=row.first_day, origin=FROM_HOME, replaced_at=None
    ).update(replaced_at=max(at, row.recorded_at))
