"""What is refused when somebody takes a stand on a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.confirming.stances import Confirmation, confirmation, latest
from byggsten.domain.planning import Signatory, Stance
from byggsten.domain.texts import N_, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.confirming.stances import Said


class WordsMissing(Refusal):
    """A disagreement, or not being able to take a stand, without words."""


class WrongSignatory(Refusal):
    """Somebody takes a stand who does not answer for the plan."""


class SaidNoElsewhere(Refusal):
    """The caseworker signs, though the person's side last said no to the plan in another text."""


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


def refuse_no_elsewhere(said: Iterable[Said], signatory: Signatory, sight: str) -> None:
    """Raise SaidNoElsewhere if the person's side last said no to the plan in another text."""
    told = tuple(said)
    if confirmation(told, signatory, sight) is not Confirmation.NO_ELSEWHERE:
        return
    last = latest(told, signatory)
    if last is not None and last.stance is Stance.COULD_NOT:
        raise SaidNoElsewhere(
            N_(
                "Personen har senast inte kunnat ta ställning, på ett annat språk eller till en äldre text. "
                "Fråga igen innan du skriver under."
            )
        )
    raise SaidNoElsewhere(
        N_(
            "Personen har senast sagt att hen inte håller med, på ett annat språk eller om en äldre text. "
            "Fråga igen innan du skriver under."
        )
    )
