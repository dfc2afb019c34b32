"""A person's row in a table, with the permit and the registration that a register tells together with it."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from msgspec import Meta

from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Fact, Permit, Person, UnreadableNumber
from byggsten.gateways.people_rows import PersonRow, to_person
from byggsten.gateways.refusals import RowRefused
from byggsten.gateways.years import refuse_odd_years

WITH_GROUND = "Fyll i permit_ground, eller töm cellen."


class PersonToRegister(PersonRow, frozen=True, kw_only=True):
    """En person, med enheten som har ärendet."""

    unit: Annotated[str, Meta(description="Enheten som har ärendet; tomt: den som anges med --unit.")] = ""


class PersonColumns(PersonToRegister, frozen=True, kw_only=True):
    """En rad i en tabell: personen, ett tillstånd och folkbokföringen."""

    permit_ground: Annotated[
        str | None, Meta(description="Koden för tillståndets grund i regelboken, till exempel p5_1.")
    ] = None
    permit_first_day: Annotated[date | None, Meta(description="Tillståndet gäller från och med.")] = None
    permit_last_day: Annotated[
        date | None, Meta(description="Tillståndet gäller till och med; tomt: permanent.")
    ] = None
    first_registered: Annotated[date | None, Meta(description="Första folkbokföring i Sverige.")] = None
    registered_here_from: Annotated[date | None, Meta(description="Folkbokförd i kommunen från och med.")] = (
        None
    )
    registered_here_until: Annotated[
        date | None, Meta(description="Folkbokförd i kommunen till och med.")
    ] = None


REGISTRATION = ("first_registered", "registered_here_from", "registered_here_until")
FIRST_OF_ALL = date(FIRST_YEAR, 1, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row tells about one person."""

    person: Person
    unit: str
    permits: tuple[Permit, ...] = ()
    facts: tuple[Fact, ...] = ()


def entry_of(row: PersonToRegister, source: str) -> Entry:
    """The row as values of the domain; ``source`` becomes the origin of what it tells.

    Raises Refusal.
    """
    refuse_odd_years(row)
    try:
        person = to_person(row)
    except UnreadableNumber as refusal:
        # The number itself is never repeated.
        raise RowRefused("number", "", refusal.text) from None
    if not isinstance(row, PersonColumns):
        return Entry(person, row.unit)
    facts = tuple(
        Fact(name, day, Period(FIRST_OF_ALL), source, row.recorded_at)
        for name in REGISTRATION
        if (day := getattr(row, name)) is not None
    )
    return Entry(person, row.unit, _permits(row, source), facts)


def _permits(row: PersonColumns, source: str) -> tuple[Permit, ...]:
    if row.permit_ground is None:
        if row.permit_first_day or row.permit_last_day:
            raise RowRefused("permit_ground", "", f"Tillståndet har dagar men ingen grund. {WITH_GROUND}")
        return ()
    if row.permit_first_day is None:
        raise RowRefused("permit_first_day", "", "Tillståndet saknar första dag. Fyll i den.")
    period = Period(row.permit_first_day, row.permit_last_day)
    return (Permit(row.permit_ground, period, None, source, row.recorded_at),)
