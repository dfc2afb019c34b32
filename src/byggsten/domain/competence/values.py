"""The kinds of values that a claim holds: each checks itself, and goes to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from byggsten.domain.dates import parse_day
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from enum import StrEnum


class UnfitValue(Refusal):
    """A value that its field cannot hold."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the labour market; ``concept`` is its id in the taxonomy, empty when it is one's own word."""

    label: str
    concept: str = ""


@dataclass(frozen=True, slots=True)
class CareDay:
    """The hours of a weekday (1 is Monday) when somebody looks after the children."""

    weekday: int
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one's own."""

    most: int = 2000
    empty: str = ""

    def read(self, raw: Any) -> str:
        if not isinstance(raw, str):
            raise UnfitValue(N_("Skriv text."))
        if len(raw) > self.most or "\0" in raw:
            raise UnfitValue(Text(N_("Skriv högst %(most)s tecken."), {"most": self.most}))
        return raw.strip()

    def keep(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int
    empty: None = None

    def read(self, raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or not self.least <= raw <= self.most:
            told = {"least": self.least, "most": self.most}
            raise UnfitValue(Text(N_("Skriv ett heltal från %(least)s till %(most)s."), told))
        return raw

    def keep(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Code:
    """One of a few codes."""

    codes: type[StrEnum]
    empty: None = None

    def read(self, raw: Any) -> StrEnum:
        try:
            return self.codes(raw)
        except ValueError:
            raise UnfitValue(N_("Välj något i listan.")) from None

    def keep(self, value: Any) -> Any:
        return value.value


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes, no, or not said."""

    empty: None = None

    def read(self, raw: Any) -> bool:
        if not isinstance(raw, bool):
            raise UnfitValue(N_("Välj ja eller nej."))
        return raw

    def keep(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    empty: None = None

    def read(self, raw: Any) -> date:
        if isinstance(raw, date):
            return raw
        if not isinstance(raw, str):
            raise UnfitValue(N_("Skriv dagen som 2026-11-23."))
        return parse_day(raw)

    def keep(self, value: Any) -> Any:
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Word:
    """A term; ``kinds`` are the kinds of the taxonomy it is looked for among."""

    kinds: tuple[str, ...]
    most: int = 300
    empty: None = None

    def read(self, raw: Any) -> Term:
        if isinstance(raw, dict) and raw.keys() <= {"label", "concept"}:
            raw = Term(str(raw.get("label", "")), str(raw.get("concept", "")))
        if not isinstance(raw, Term):
            raise UnfitValue(N_("Skriv ett ord, eller välj ett i listan."))
        if not raw.label.strip() or len(raw.label) > self.most or len(raw.concept) > 40:
            raise UnfitValue(Text(N_("Skriv högst %(most)s tecken."), {"most": self.most}))
        return Term(raw.label.strip(), raw.concept)

    def keep(self, value: Any) -> Any:
        return {"label": value.label, "concept": value.concept} if value.concept else {"label": value.label}
