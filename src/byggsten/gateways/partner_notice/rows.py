"""A notice as files have it."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from datetime import date
from typing import Annotated

from msgspec import Meta

from byggsten.actions.reception_notices import Notice
from byggsten.domain.people import PersonalNumber, UnreadableNumber
from byggsten.domain.reception import NoticeSender, born_of
from byggsten.domain.texts import N_
from byggsten.gateways.refusals import RowRefused
from byggsten.gateways.row import Row
from byggsten.gateways.years import refuse_odd_years


class NoticeRow(Row, frozen=True, kw_only=True):
    """En avisering om en person som har kommit eller är på väg."""

    sender: Annotated[NoticeSender, Meta(description="Vem som aviserar.")]
    message: Annotated[
        str, Meta(min_length=1, max_length=200, description="Avsändarens beteckning, samma varje gång.")
    ]
    received_on: Annotated[date, Meta(description="Dagen då aviseringen kom.")]
    given_name: Annotated[str, Meta(max_length=200, description="Förnamn.")] = ""
    family_name: Annotated[str, Meta(max_length=200, description="Efternamn.")] = ""
    number: Annotated[str | None, Meta(description="Person- eller samordningsnummer, tolv siffror.")] = None
    born: Annotated[date | None, Meta(description="Födelsedag; tomt: okänd eller den i numret.")] = None
    language: Annotated[str, Meta(max_length=35, description="Språk enligt ISO 639.")] = ""
    words: Annotated[
        str, Meta(max_length=2000, description="Det som behövs för att nå personen, inget mer.")
    ] = ""
    unit: Annotated[str, Meta(description="Enheten som ska ta emot; tomt: den som anges med --unit.")] = ""


def to_notice(row: NoticeRow) -> Notice:
    """The notice of a row.  Raises RowRefused."""
    refuse_odd_years(row)
    try:
        number = PersonalNumber(row.number) if row.number else None
    except UnreadableNumber as refusal:
        # The number itself is never repeated.
        raise RowRefused("number", "", refusal.text) from None
    if number and row.born and born_of(number) != row.born:
        sentence = N_("Numret och födelsedagen säger olika dagar. Jämför båda med handlingen.")
        raise RowRefused("born", "", sentence)
    if not (row.given_name.strip() or row.family_name.strip() or number):
        raise RowRefused(
            "given_name", "", N_("Aviseringen säger inte vem den gäller. Fyll i namn eller nummer.")
        )
    born = row.born or (born_of(number) if number else None)
    return Notice(
        row.sender, row.message, row.received_on, row.given_name.strip(), row.family_name.strip(),
        number, born, row.language, row.words.strip(),
    )  # fmt: skip
