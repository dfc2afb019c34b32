"""People who may already be here under another spelling, another number or another day of birth."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.likeness import LIKELY, Identity, likeness, near
from byggsten.domain.people import PersonalNumber, Protection
from byggsten.queries.searching import NUMBER_LENGTH
from byggsten.records.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor
    from byggsten.domain.texts import Text

# As many as somebody reads while typing.
MOST = 5
SHORTEST_NAME = 2
COLUMNS = ("pk", "reference", "given_name", "family_name", "born", "number", "interim_number")


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody who may be the one that is meant; ``score`` is 0 to 100."""

    reference: str
    name: str
    born: date | None
    score: int
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A person's record as it is compared."""

    pk: int
    reference: str
    who: Identity

    @property
    def name(self) -> str:
        return f"{self.who.given_name} {self.who.family_name}".strip()


def likely(
    actor: Actor,
    *,
    given_name: str,
    family_name: str,
    born: date | None,
    number: PersonalNumber | str | None,
    besides: str = "",
    interim: str = "",
) -> tuple[Likely, ...]:
    """Those of the actor's people who may be the one described, the most likely first.

    ``besides`` is a reference that is left out: the record one is looking at.
    Nobody with a fictitious identity is ever found.  Raises NotInYourRole.
    """
    actor.demand(May.RECEIVE)
    who = Identity(given_name.strip(), family_name.strip(), born, digits(number), interim.strip())
    if not (who.number or who.interim) and len(who.given_name + who.family_name) < SHORTEST_NAME:
        return ()
    found = (
        Likely(record.reference, record.name, record.who.born, like.score, like.why)
        for record in records(comparable(actor).exclude(reference=besides).filter(_near(who)))
        if near(who, record.who) and (like := likeness(who, record.who)).score >= LIKELY
    )
    return tuple(sorted(found, key=lambda one: (-one.score, one.name, one.reference))[:MOST])


def comparable(actor: Actor) -> QuerySet[Person]:
    """The people whom the actor may compare; an old and a new identity must never be tied together."""
    return visible(actor, May.SEE_PERSON, Person).exclude(protection=Protection.FICTITIOUS_IDENTITY.value)


def records(people: QuerySet[Person]) -> Iterable[Record]:
    """Their records, straight from the columns."""
    for pk, reference, given, family, born, number, interim in people.values_list(*COLUMNS):
        yield Record(pk, reference, Identity(given, family, born, number, interim))


def digits(number: PersonalNumber | str | None) -> str:
    """The twelve digits of a whole number, or nothing."""
    if isinstance(number, PersonalNumber):
        return number.reveal()
    found = "".join(letter for letter in number or "" if letter in "0123456789")
    return found if len(found) == NUMBER_LENGTH else ""


def _near(who: Identity) -> Q:
    """Those born about then, or with the same number: a likely one is among them."""
    same = Q(number=who.number) if who.number else Q(pk__in=[])
    if who.interim:
        same |= Q(interim_number=who.interim)
    born = who.birthday
    if born is None:
        return Q() if who.given_name or who.family_name else same
    around = Q(born__year__range=(born.year - 1, born.year + 1)) | Q(born__in=_one_digit_off(born))
    return same | Q(born__isnull=True) | around


def _one_digit_off(born: date) -> list[date]:
    """The day in the years that differ from its own in one digit."""
    year = f"{born.year:04}"
    years = {int(f"{year[:n]}{digit}{year[n + 1 :]}") for n in range(4) for digit in range(10)} - {0}
    # 29 February only in leap years.
    return [born.replace(year=y) for y in sorted(years) if (born.month, born.day) != (2, 29) or isleap(y)]
