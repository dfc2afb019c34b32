"""How alike two names are, from 0 to 1, whichever of them is the given name and the family name."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from byggsten.domain.likeness.spelling import ARABIC, KEPT, Word, words

if TYPE_CHECKING:
    from collections.abc import Sequence

# Consonants tell more than vowels, which transliterations choose freely; two or fewer tell little.
CONSONANTS_COUNT, FEW_COUNT, FEW = 0.5, 0.25, 2
# The same consonants, with vowels that one of the scripts does not write: nearly but not wholly the same.
ACROSS_SCRIPTS = 0.95
# One name has words that the other lacks: «Amina Fatima Exempel» and «Amina Exempel».
LEFT_OVER, ONE_WORD_ONLY = 0.95, 0.75


@dataclass(frozen=True, slots=True)
class Names:
    """How alike the names are; ``crossed``: best when one's given name meets the other's family name."""

    alike: float
    crossed: bool
    given: float


def compare(given: str, family: str, other_given: str, other_family: str) -> Names:
    """The names of two records; the same whichever is named first, and whichever order the parts stand in."""
    whole_parts = given and family and other_given and other_family
    straight = _both(alike(given, other_given), alike(family, other_family)) if whole_parts else 0.0
    crossed = _both(alike(given, other_family), alike(family, other_given)) if whole_parts else 0.0
    whole = _whole(words(given) + words(family), words(other_given) + words(other_family))
    swapped = crossed > straight and crossed >= whole * LEFT_OVER
    return Names(max(straight, crossed, whole), swapped, alike(given, other_given))


def _both(one: float, other: float) -> float:
    """Brothers and sisters share one part of the name; that is not half a likeness."""
    return (one + other) / 4 + min(one, other) / 2


@functools.lru_cache(maxsize=KEPT)
def alike(one: str, other: str) -> float:
    """How alike two parts of names are."""
    own, others = words(one), words(other)
    if not own or not others:
        return 0.0
    return _words(own, others)


def _words(own: tuple[Word, ...], others: tuple[Word, ...]) -> float:
    if own > others if len(own) == len(others) else len(own) > len(others):
        own, others = others, own
    if len(own) == len(others) == 1:
        return _word(own[0], others[0])
    found = [max(_word(word, other) for other in others) for word in own]
    if len(own) < len(others):
        return max(sum(found) / len(found) * LEFT_OVER, _word(_joined(own), _joined(others)))
    back = [max(_word(word, other) for word in own) for other in others]
    return min(_both_ends(found), _both_ends(back))


def _joined(parts: Sequence[Word]) -> Word:
    """«Abd al-Rahman» as «Abdulrahman»."""
    return Word(
        "".join(part.sounds for part in parts),
        "".join(part.consonants for part in parts),
        "".join(part.bare for part in parts),
        parts[0].script,
    )


def _both_ends(found: list[float]) -> float:
    return (sum(found) / len(found) + min(found)) / 2


def _whole(own: tuple[Word, ...], others: tuple[Word, ...]) -> float:
    """All the words of both, for names whose parts are divided in different places."""
    # Two whose names nobody has told have nothing in common.
    if not own or not others:
        return 0.0
    found = _words(own, others)
    return found * ONE_WORD_ONLY if min(len(own), len(others)) == 1 < max(len(own), len(others)) else found


def _word(one: Word, other: Word) -> float:
    if one.sounds == other.sounds:
        return 1.0
    if (one.script == ARABIC) != (other.script == ARABIC):
        return ACROSS_SCRIPTS * _ratio(one.bare, other.bare)
    enough = min(len(one.consonants), len(other.consonants)) > FEW
    weight = CONSONANTS_COUNT if enough else FEW_COUNT
    return weight * _ratio(one.consonants, other.consonants) + (1 - weight) * _ratio(one.sounds, other.sounds)


def _ratio(one: str, other: str) -> float:
    return Indel.normalized_similarity(one, other) if one and other else 0.0
