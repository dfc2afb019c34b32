"""What a rule may be, whose it is, how sure we are of it, and words in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a rule may be.  There is no decision among them: a person decides, never a table."""

    INFORMATION = "upplysning"
    DEADLINE = "frist"
    REQUIREMENT = "krav"
    SIGNAL = "signal"
    PROPOSAL = "förslag"


class Party(StrEnum):
    """Whose duty or right a rule is about."""

    PERSON = "person"
    MUNICIPALITY = "kommun"
    STATE = "stat"
    BOTH = "båda"


class Confidence(StrEnum):
    """How sure we are of what a source says."""

    VERIFIED = "V"
    SECONDARY = "V2"
    DERIVED = "D"
    MEMORY = "M"
    UNCERTAIN = "U"


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Swedish and English; ``str()`` is the Swedish."""

    sv: str
    en: str

    def text(self, language: str) -> str:
        """English for «en», Swedish otherwise."""
        return self.en if language.startswith("en") else self.sv

    def __str__(self) -> str:
        return self.sv
