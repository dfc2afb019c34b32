"""A number that already belongs to somebody, told without telling of anybody one may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Person

if TYPE_CHECKING:
    from byggsten.access.actors import Actor
    from byggsten.domain.people import PersonalNumber


class NumberCannotBeUsed(Refusal):
    """The number is somebody else's; ``known`` is whose, when the actor may see the person."""

    def __init__(self, text: Text | str, number: PersonalNumber, known: str = "") -> None:
        self.number = number
        self.known = known
        super().__init__(text)


def refuse_taken(number: PersonalNumber | None, *, by: Actor, besides: str = "") -> None:
    """Raise NumberCannotBeUsed when the number is another's than ``besides``."""
    if number is None:
        return
    taken = Person.objects.filter(number=number.reveal()).exclude(reference=besides)
    if not taken.exists():
        return
    seen = visible(by, May.SEE_PERSON, Person).filter(number=number.reveal()).first()
    if seen is None:
        # Whose it is, and where, is not for the one who asks.
        raise NumberCannotBeUsed(
            N_("Numret går inte att använda. Jämför det med handlingen. Stämmer det, be din chef om hjälp."),
            number,
        )
    sentence = N_("Numret hör redan till ärende %(known)s. Öppna det ärendet i stället.")
    raise NumberCannotBeUsed(Text(sentence, {"known": seen.reference}), number, seen.reference)
