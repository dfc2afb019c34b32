"""Whether a plan is confirmed: both parties have said yes to the same text, and only then is anybody bound.

A plan that the person disagrees with, or could not take a stand on, is still the municipality's offer: the
activities are open and the places are kept.  But ``confirmed_on`` stays empty, so no hour of it can be asked
of the person; a duty that only one party has written down is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.planning import Signatory, Stance
from byggsten.domain.rules.calendar import years_between
from byggsten.domain.texts import N_, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

OF_AGE = 18


class WordsMissing(Refusal):
    """A disagreement, or not being able to take a stand, without words."""


class WrongSignatory(Refusal):
    """Somebody takes a stand who does not answer for the plan."""


class Confirmation(StrEnum):
    """How far two parties have come with a text."""

    OPEN = "open"
    PERSON_AGREES = "person_agrees"
    CASEWORKER_SIGNED = "caseworker_signed"
    DISAGREEMENT = "disagreement"
    COULD_NOT = "could_not"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Said:
    """What a party said of a text, named by ``sight``; later ones are further on in the order."""

    party: Signatory
    stance: Stance
    sight: str
    at: datetime
    words: str = ""
    by: str = ""


def signatory_for(born: date | None, on: date) -> Signatory:
    """Who answers on the person's side: the person, or the guardian of one who is under 18."""
    if born is not None and years_between(born.toordinal(), on.toordinal()) < OF_AGE:
        return Signatory.GUARDIAN
    return Signatory.PERSON


def latest(said: Iterable[Said], party: Signatory, sight: str) -> Said | None:
    """The party's last word on the text: a wrong click is put right by saying it again."""
    own = [one for one in said if one.party is party and one.sight == sight]
    return max(enumerate(own), key=lambda pair: (pair[1].at, pair[0]))[1] if own else None


def confirmation(said: Iterable[Said], signatory: Signatory, sight: str) -> Confirmation:
    """How far the two parties have come with the text; what was said of another text does not count."""
    told = tuple(said)
    person, caseworker = latest(told, signatory, sight), latest(told, Signatory.CASEWORKER, sight)
    signed = caseworker is not None and caseworker.stance is Stance.AGREES
    if person is None:
        return Confirmation.CASEWORKER_SIGNED if signed else Confirmation.OPEN
    if person.stance is Stance.DISAGREES:
        return Confirmation.DISAGREEMENT
    if person.stance is Stance.COULD_NOT:
        return Confirmation.COULD_NOT
    return Confirmation.CONFIRMED if signed else Confirmation.PERSON_AGREES


def undone(confirmed_on: date | None, said_on: date, stance: Stance) -> bool:
    """Whether a new stance takes a confirmation back: only on the day it was given, as a wrong click.

    A later change of mind is printed on the plan, and is dealt with by a new version of it.
    """
    return confirmed_on == said_on and stance is not Stance.AGREES


def check_stance(party: Signatory, stance: Stance, words: str, signatory: Signatory) -> None:
    """Raise WrongSignatory or WordsMissing if the stance cannot be taken."""
    if party not in (signatory, Signatory.CASEWORKER):
        if signatory is Signatory.GUARDIAN:
            raise WrongSignatory(
                N_("Personen är under 18 år. Låt vårdnadshavaren eller den gode mannen ta ställning.")
            )
        raise WrongSignatory(N_("Personen har fyllt 18 år och tar själv ställning till sin plan."))
    if stance is Stance.DISAGREES and not words.strip():
        raise WordsMissing(N_("Skriv med personens egna ord vad personen inte håller med om."))
    if stance is Stance.COULD_NOT and not words.strip():
        raise WordsMissing(N_("Skriv varför personen inte kunde ta ställning."))


@dataclass(frozen=True, slots=True)
class Notice:
    """The person was told beforehand that an activity is asked of them."""

    sent_on: date
    read_on: date | None = None


def notice_age_ok(notice: Notice | None, activity_day: date, min_days: int | None) -> bool:
    """Whether an absence on the day can have any consequence, as far as the notice goes.

    The notice must be as old as the municipality has decided, and read by then.
    Where nothing is decided nobody can say that it came in time, and then it did not.
    """
    if notice is None or min_days is None or notice.read_on is None:
        return False
    return (activity_day - notice.sent_on).days >= min_days and notice.read_on <= activity_day
