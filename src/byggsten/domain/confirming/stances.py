"""What each party has said of a plan, and how far the two have come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.planning import Signatory, Stance
from byggsten.domain.reception import majority

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

# Outcomes of the rule «omfattning» with which hours are asked of the person.
ASKED = frozenset({"full", "adapted", "small_children"})


class Confirmation(StrEnum):
    """How far two parties have come with a text, or what has become of a plan that was confirmed.

    ``NO_ELSEWHERE``: the person's side last said no, of the plan in another language or of an older text.
    ``CHANGED_MIND``: a plan that was confirmed on an earlier day still is, and the person has said no since.
    ``CONFIRMED_ELSEWHERE``: another system says that it is, and the person's side has not answered here.
    """

    OPEN = "open"
    PERSON_AGREES = "person_agrees"
    CASEWORKER_SIGNED = "caseworker_signed"
    DISAGREEMENT = "disagreement"
    COULD_NOT = "could_not"
    NO_ELSEWHERE = "no_elsewhere"
    CONFIRMED = "confirmed"
    CHANGED_MIND = "changed_mind"
    CONFIRMED_ELSEWHERE = "confirmed_elsewhere"


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
    if born is not None and on < majority(born):
        return Signatory.GUARDIAN
    return Signatory.PERSON


def is_offer(extent: str, signatory: Signatory) -> bool:
    """Whether the plan asks nothing of the person: nothing is required, nobody knows, or it is a child's."""
    return extent not in ASKED or signatory is Signatory.GUARDIAN


def latest(said: Iterable[Said], party: Signatory, sight: str | None = None) -> Said | None:
    """The party's last word, on the text or in all: a wrong click is put right by saying it again."""
    own = [one for one in said if one.party is party and sight in (None, one.sight)]
    return max(enumerate(own), key=lambda pair: (pair[1].at, pair[0]))[1] if own else None


def confirmation(said: Iterable[Said], signatory: Signatory, sight: str) -> Confirmation:
    """How far the two parties have come with the text.

    A yes to another text does not count, but a no does: the last word of the person's side, in whatever
    language, decides whether the plan can be confirmed at all.
    """
    told = tuple(said)
    last = latest(told, signatory)
    person, caseworker = latest(told, signatory, sight), latest(told, Signatory.CASEWORKER, sight)
    if last is not None and last.stance is not Stance.AGREES and last is not person:
        return Confirmation.NO_ELSEWHERE
    signed = caseworker is not None and caseworker.stance is Stance.AGREES
    if person is None:
        return Confirmation.CASEWORKER_SIGNED if signed else Confirmation.OPEN
    if person.stance is Stance.DISAGREES:
        return Confirmation.DISAGREEMENT
    if person.stance is Stance.COULD_NOT:
        return Confirmation.COULD_NOT
    return Confirmation.CONFIRMED if signed else Confirmation.PERSON_AGREES


def standing(
    said: Iterable[Said], signatory: Signatory, sight: str, confirmed_on: date | None
) -> Confirmation:
    """The same of a plan that may be confirmed already, on whatever text."""
    told = tuple(said)
    if confirmed_on is None:
        return confirmation(told, signatory, sight)
    if all(one.party is Signatory.CASEWORKER for one in told):
        return Confirmation.CONFIRMED_ELSEWHERE
    last = latest(told, signatory)
    agreed = last is None or last.stance is Stance.AGREES
    return Confirmation.CONFIRMED if agreed else Confirmation.CHANGED_MIND


def undone(confirmed_on: date | None, said_on: date, stance: Stance) -> bool:
    """Whether a new stance takes a confirmation back: only on the day it was given, as a wrong click.

    A later change of mind is printed on the plan, and is dealt with by a new version of it.
    """
    return confirmed_on == said_on and stance is not Stance.AGREES
