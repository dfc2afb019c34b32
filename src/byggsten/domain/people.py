"""Who a person is: identity, permits, household and the dated facts that the rules read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from personnummer import personnummer

from byggsten.domain.texts import N_, Refusal

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.domain.dates import Period


class Sex(StrEnum):
    """Legal sex as in the population register."""

    WOMAN = "woman"
    MAN = "man"


class Protection(StrEnum):
    """Protected personal data, as marked in the population register."""

    NONE = "none"
    SECRECY_MARKING = "secrecy_marking"
    PROTECTED_REGISTRATION = "protected_registration"
    FICTITIOUS_IDENTITY = "fictitious_identity"


class MemberRole(StrEnum):
    """What a person is in a household."""

    ADULT = "adult"
    CHILD = "child"


class UnreadableNumber(Refusal):
    """A text that is no personal identity number or coordination number."""


class PersonalNumber:
    """A personal identity number or coordination number that never shows itself by accident.

    ``reveal()`` is the only way out and is easy to search for in a review.
    """

    __slots__ = ("_digits",)

    def __init__(self, text: str) -> None:
        digits = re.sub(r"[\s+-]", "", text)
        if not re.fullmatch(r"\d{12}", digits):
            raise UnreadableNumber(N_("Personnumret har inte tolv siffror. Skriv det som ÅÅÅÅMMDD-NNNN."))
        try:
            personnummer.parse(digits)
        except personnummer.PersonnummerException:
            raise UnreadableNumber(
                N_("Personnumret är fel: datumet eller kontrollsiffran stämmer inte. Jämför med handlingen.")
            ) from None
        self._digits = digits

    def reveal(self) -> str:
        """All twelve digits, as ÅÅÅÅMMDDNNNN."""
        return self._digits

    @property
    def is_coordination_number(self) -> bool:
        return int(self._digits[6:8]) > 60

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PersonalNumber) and other._digits == self._digits

    def __hash__(self) -> int:
        return hash(self._digits)

    def __repr__(self) -> str:
        return "PersonalNumber(••••••••-••••)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Person:
    """A person in or around the target group; ``reference`` is the municipality's own id."""

    reference: str
    given_name: str
    family_name: str
    born: date | None
    sex: Sex | None = None
    number: PersonalNumber | None = None
    language: str = ""
    protection: Protection = Protection.NONE
    recorded_at: datetime | None = None

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def __repr__(self) -> str:
        return f"Person({self.reference!r})"


@dataclass(frozen=True, slots=True)
class Permit:
    """A right to stay: the ground (a code of the rule book's fact «tillstånd») and its days.

    ``last_day`` None means a permanent permit.
    """

    ground: str
    period: Period
    extension_applied: bool | None = None
    origin: str = ""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the person's household during a period; ``born`` decides whether a child counts."""

    reference: str
    role: MemberRole
    born: date | None
    period: Period
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What someone has told us about a person, by the code of a fact in the rule book.

    ``value`` None says that the fact is known to have no value: a date that never came.
    The latest recorded fact that holds on the day asked is the one that counts.
    """

    code: str
    value: date | int | bool | str | None
    period: Period
    origin: str
    recorded_at: datetime | None = None
