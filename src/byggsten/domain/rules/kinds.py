"""What a rule may be, whose it is, how sure we are of it, and words in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


class Kind(StrEnum):
    """What a rule may be.  There is no decision among them: a person decides, never a table."""

    INFORMATION = "upplysning"
    DEADLINE = "frist"
    REQUIREMENT = "krav"
    SIGNAL = "signal"
    PROPOSAL = "förslag"

    @property
    def label(self) -> Words:
        """In words."""
        return _KIND[self]


class Party(StrEnum):
    """Whose duty or right a rule is about."""

    PERSON = "person"
    MUNICIPALITY = "kommun"
    STATE = "stat"
    BOTH = "båda"

    @property
    def label(self) -> Words:
        """In words."""
        return _PARTY[self]


class Confidence(StrEnum):
    """How sure we are of what a source says."""

    VERIFIED = "V"
    SECONDARY = "V2"
    DERIVED = "D"
    MEMORY = "M"
    UNCERTAIN = "U"

    @property
    def label(self) -> Words:
        """In words."""
        return _CONFIDENCE[self]


_KIND = {
    Kind.INFORMATION: Words("Upplysning", "Information"),
    Kind.DEADLINE: Words("Frist", "Deadline"),
    Kind.REQUIREMENT: Words("Krav", "Requirement"),
    Kind.SIGNAL: Words("Signal", "Signal"),
    Kind.PROPOSAL: Words("Förslag", "Proposal"),
}
_PARTY = {
    Party.PERSON: Words("Personen", "The person"),
    Party.MUNICIPALITY: Words("Kommunen", "The municipality"),
    Party.STATE: Words("Staten", "The state"),
    Party.BOTH: Words("Båda parter", "Both parties"),
}
_CONFIDENCE = {
    Confidence.VERIFIED: Words("Kontrollerad i källan", "Checked in the source"),
    Confidence.SECONDARY: Words("Kontrollerad i andra hand", "Checked at second hand"),
    Confidence.DERIVED: Words("Härledd av källan", "Derived from the source"),
    Confidence.MEMORY: Words("Ur minnet, ska kontrolleras", "From memory, to be checked"),
    Confidence.UNCERTAIN: Words("Osäker", "Uncertain"),
}
