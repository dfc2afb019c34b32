"""A sentence to people outside the house: its Swedish, and whether it is about a duty or a right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What hangs on a sentence: a wrong word in one about a duty or a right can cost somebody something."""

    PLAIN = "plain"
    DUTY = "duty"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The Swedish with named blanks; ``plural`` is the same for another number than one."""

    swedish: str
    meaning: Meaning = Meaning.PLAIN
    plural: str = ""


def duty(swedish: str, plural: str = "") -> Sentence:
    """A sentence about what is asked of the person."""
    return Sentence(swedish, Meaning.DUTY, plural)


def right(swedish: str, plural: str = "") -> Sentence:
    """A sentence about what the person can ask, or cannot be asked."""
    return Sentence(swedish, Meaning.RIGHT, plural)
