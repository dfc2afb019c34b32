"""Persons, permits, households and facts as files have them."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
import re
from datetime import date
from typing import Annotated, Protocol

from msgspec import Meta

from byggsten.domain.dates import Period
from byggsten.domain.people import Fact, Member, MemberRole, Permit, Person, PersonalNumber, Protection, Sex
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.row import FirstDay, LastDay, PersonReference, Recorded, Reference, Row


class PersonRow(Row, frozen=True, kw_only=True):
    """En person i eller nära målgruppen."""

    reference: Reference
    given_name: str
    family_name: str = ""
    born: Annotated[date | None, Meta(description="Födelsedag; null: okänd.")]
    sex: Sex | None = None
    number: Annotated[str | None, Meta(description="Person- eller samordningsnummer, tolv siffror.")] = None
    language: Annotated[str, Meta(description="Språk enligt ISO 639.")] = ""
    protection: Protection = Protection.NONE
    recorded_at: Recorded = None


class PermitRow(Row, frozen=True, kw_only=True):
    """Ett uppehållstillstånd eller annan rätt att vistas här."""

    person: PersonReference
    ground: Annotated[str, Meta(description="Koden för grunden i regelbokens faktum «tillstånd».")]
    first_day: FirstDay
    last_day: LastDay = None
    extension_applied: bool | None = None
    origin: str = ""
    recorded_at: Recorded = None


class MemberRow(Row, frozen=True, kw_only=True):
    """En medlem i hushållet, under en tid."""

    reference: Reference
    role: MemberRole
    born: date | None
    first_day: FirstDay
    last_day: LastDay = None
    recorded_at: Recorded = None


class HouseholdRow(Row, frozen=True, kw_only=True):
    """En persons hushåll.  Saknas raden är hushållet okänt; en tom lista betyder att personen bor ensam."""

    person: PersonReference
    members: tuple[MemberRow, ...]


class FactRow(Row, frozen=True, kw_only=True):
    """Något som någon har berättat om en person, med koden för faktumet i regelboken."""

    person: PersonReference
    code: Annotated[
        str, Meta(min_length=1, description="Faktumets kod i regelboken, till exempel sfi_started.")
    ]
    value: Annotated[
        int | bool | str | None,
        Meta(description="Heltal, true/false, kod, eller dag ÅÅÅÅ-MM-DD; null: det har inte hänt."),
    ]
    first_day: FirstDay
    last_day: LastDay = None
    origin: str
    recorded_at: Recorded = None


class _Dated(Protocol):
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date | None: ...


def period_of(row: _Dated) -> Period:
    """The row's days.  Raises Refusal when they end before they begin."""
    return Period(row.first_day, row.last_day)


def to_person(row: PersonRow) -> Person:
    """The person of a row.  Raises Refusal when the number is wrong."""
    return Person(
        row.reference,
        row.given_name,
        row.family_name,
        row.born,
        sex=row.sex,
        number=None if row.number is None else PersonalNumber(row.number),
        language=row.language,
        # A register may be silent about it; who is known to be protected then stays so.
        protection=row.protection or Protection.NONE,
        recorded_at=row.recorded_at,
    )


def to_permit(row: PermitRow) -> Permit:
    """The permit of a row."""
    return Permit(row.ground, period_of(row), row.extension_applied, row.origin, row.recorded_at)


def to_member(row: MemberRow) -> Member:
    """The household member of a row."""
    return Member(row.reference, row.role, row.born, period_of(row), row.recorded_at)


def to_fact(row: FactRow) -> Fact:
    """The fact of a row; a text that looks like a day is one."""
    value: date | int | bool | str | None = row.value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise Refusal(Text(N_("«%(value)s» är ingen dag i kalendern."), {"value": value})) from None
    return Fact(row.code, value, period_of(row), row.origin, row.recorded_at)
