"""What an outcome rests on, as values to show: facts with their origin, parameters with their source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.rules.labels import in_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.domain.rules.expressions import Reference, Role
    from byggsten.domain.rules.kinds import Confidence, Words
    from byggsten.domain.rules.tables import Tables


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact comes from.  Shown beside it; never read by a rule."""

    source: str
    reference: str = ""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact, a derived value or another rule's outcome, as it was when it was used.

    ``label`` and ``value`` are Swedish; the English is worked out when it is read.
    ``role`` tells which it is; ``known`` is False when missing.
    """

    ref: Reference
    words: Words
    value: str
    number: int | None
    origin: Origin | None
    tables: Tables = field(repr=False)

    @property
    def name(self) -> str:
        return self.ref.name

    @property
    def role(self) -> Role:
        return self.ref.role

    @property
    def known(self) -> bool:
        return self.number is not None

    @property
    def label(self) -> str:
        return self.words.sv

    @property
    def label_en(self) -> str:
        return self.words.en

    @property
    def value_en(self) -> str:
        return in_words(self.tables, self.ref, self.number, "en", alone=True)


@dataclass(frozen=True, slots=True)
class UsedParameter:
    """A parameter's value as it was used; ``since`` and ``confidence`` are None when it is not decided."""

    name: str
    label: str
    value: str
    unit: str
    since: date | None
    source: str
    confidence: Confidence | None
    label_en: str
    value_en: str
    unit_en: str
    source_en: str
    note: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What to find out or decide before the rule can say anything."""

    name: str
    role: Role
    label: Words
