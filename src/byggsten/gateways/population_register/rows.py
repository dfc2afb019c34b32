"""A person's row in a file, with the permit, the route and the registration that a table tells with it."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from datetime import date
from typing import Annotated

from msgspec import Meta

from byggsten.domain.people import Protection
from byggsten.domain.reception import ContactWay, GuardianKind, Route
from byggsten.gateways.people_rows import PersonRow
from byggsten.gateways.row import FirstDay, LastDay, PersonReference, Row

MaybeProtected = Annotated[
    Protection | None, Meta(description="Skyddade uppgifter; tomt: det som redan är känt.")
]


class PersonToRegister(PersonRow, frozen=True, kw_only=True):
    """En person, med enheten som har ärendet och hur personen nås."""

    unit: Annotated[str, Meta(description="Enheten som har ärendet; tomt: den som anges med --unit.")] = ""
    interim_number: Annotated[
        str, Meta(max_length=20, description="Tillfälligt nummer för den som saknar personnummer.")
    ] = ""
    interpreter: Annotated[bool | None, Meta(description="Behöver tolk.")] = None
    protection: MaybeProtected = None  # type: ignore[assignment]
    contact_way: Annotated[ContactWay | None, Meta(description="Så vill personen bli nådd.")] = None
    phone: Annotated[str, Meta(max_length=30, description="Telefonnummer.")] = ""
    email: Annotated[str, Meta(max_length=254, description="E-postadress.")] = ""
    address: Annotated[str, Meta(max_length=500, description="Adress för brev.")] = ""
    contact_note: Annotated[str, Meta(max_length=500, description="Vem kontakten går genom.")] = ""


class PersonColumns(PersonToRegister, frozen=True, kw_only=True):
    """En rad i en tabell: personen, ett tillstånd, vägen hit och folkbokföringen."""

    route: Annotated[Route | None, Meta(description="Hur personen kom till kommunen.")] = None
    received: Annotated[date | None, Meta(description="Dagen då en kommun först tog emot personen.")] = None
    first_contact: Annotated[date | None, Meta(description="Kommunens första kontakt.")] = None
    permit_ground: Annotated[
        str | None, Meta(description="Koden för tillståndets grund i regelboken, till exempel p5_1.")
    ] = None
    permit_first_day: Annotated[date | None, Meta(description="Tillståndet gäller från och med.")] = None
    permit_last_day: Annotated[
        date | None, Meta(description="Tillståndet gäller till och med; tomt: permanent.")
    ] = None
    permit_extension_applied: Annotated[bool | None, Meta(description="Förlängning är sökt i tid.")] = None
    first_registered: Annotated[date | None, Meta(description="Första folkbokföring i Sverige.")] = None
    registered_here_from: Annotated[date | None, Meta(description="Folkbokförd i kommunen från och med.")] = (
        None
    )
    registered_here_until: Annotated[
        date | None, Meta(description="Folkbokförd i kommunen till och med.")
    ] = None
    guardians: Annotated[
        str,
        Meta(
            description="Vilka som svarar för barnet: deras reference, med + mellan. Personerna ska finnas."
        ),
    ] = ""
    guardian_kind: Annotated[
        GuardianKind, Meta(description="Vad de är för barnet; tomt: vårdnadshavare.")
    ] = GuardianKind.CUSTODIAN


class GuardianRow(Row, frozen=True, kw_only=True):
    """Någon svarar för ett barn under en tid: en person som finns, eller ett namn."""

    child: PersonReference
    kind: GuardianKind
    guardian: Annotated[str, Meta(max_length=64, description="Personens reference; tomt: se namnet.")] = ""
    guardian_name: Annotated[
        str, Meta(max_length=200, description="Namnet, när personen inte finns här.")
    ] = ""
    first_day: FirstDay
    last_day: LastDay = None
