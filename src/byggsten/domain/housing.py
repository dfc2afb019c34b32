"""How a person lives over time, and what is to be done when somebody is received."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from byggsten.domain.dates import Period
    from byggsten.domain.people import Person


class HousingForm(StrEnum):
    """The form of the home, from the least to the most secure."""

    NONE = "none"
    ASYLUM_HOUSING = "asylum_housing"
    LODGER = "lodger"
    MUNICIPAL_CONTRACT = "municipal_contract"
    SECOND_HAND = "second_hand"
    CARE_HOME = "care_home"
    OWN_RENTAL = "own_rental"
    OWNED = "owned"


# The goal: a home that nobody else can take back.
OWN_HOME = frozenset({HousingForm.OWN_RENTAL, HousingForm.OWNED})


class Answerable(StrEnum):
    """Who does a step of the reception."""

    CASEWORKER = "caseworker"
    HOUSING_OFFICE = "housing_office"
    ADULT_EDUCATION = "adult_education"
    SCHOOL_OFFICE = "school_office"
    SOCIAL_SERVICES = "social_services"
    PERSON = "person"


class TwoHomes(Refusal):
    """Somebody would live in two ways on one day."""


class BeforeBirth(Refusal):
    """Somebody would live somewhere before they were born."""


@dataclass(frozen=True, slots=True)
class Spell:
    """How somebody lives during a period; ``place`` is where travel is counted from, by name."""

    form: HousingForm
    period: Period
    place: str = ""
    origin: str = ""

    @property
    def own(self) -> bool:
        return self.form in OWN_HOME


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A step of every reception: what, who usually does it, and within how many days (None: not decided)."""

    code: str
    sv: str
    en: str
    answerable: Answerable
    source: str
    days: int | None = None
    days_source: str = ""

    def due(self, received: date | None) -> date | None:
        """The last day for it, when the days are decided and the reception has a date."""
        return None if received is None or self.days is None else received + timedelta(days=self.days)


def refuse_two_homes(spells: Iterable[Spell]) -> None:
    """Raise TwoHomes when two of the spells share a day."""
    ordered = sorted(spells, key=lambda spell: spell.period.first_day)
    for earlier, later in itertools.pairwise(ordered):
        if earlier.period.overlaps(later.period):
            raise TwoHomes(
                Text(
                    N_(
                        "Ett annat boende gäller redan %(day)s. "
                        "Avsluta det dagen före, eller rätta dagarna så att boendena följer på varandra."
                    ),
                    {"day": later.period.first_day},
                )
            )


def refuse_before_birth(spell: Spell, person: Person) -> None:
    """Raise BeforeBirth when the spell begins before the person was born."""
    if person.born is not None and spell.period.first_day < person.born:
        raise BeforeBirth(
            Text(
                N_("Boendet börjar %(day)s, före personens födelsedag. Rätta dagen."),
                {"day": spell.period.first_day},
            )
        )


def lives_on(spells: Iterable[Spell], day: date) -> Spell | None:
    """How the person lives on the day, if that is known; the spells do not overlap."""
    return next((spell for spell in spells if day in spell.period), None)


def lived_on(spells: Sequence[Spell], day: date) -> int | None:
    """Days since the person got the home of the day; None when nothing is known of it."""
    spell = lives_on(spells, day)
    return None if spell is None else (day - spell.period.first_day).days


def over_limit(count: int, least: int) -> int | None:
    """The count, or None when it is of so few people that it would tell about each; nobody is no secret."""
    return None if 0 < count < least else count
