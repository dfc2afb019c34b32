"""What an outcome rests on, as values to show: facts with their origin, parameters with their source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.rules.shown import in_words, label_of, shown, source_text
from byggsten.domain.rules.wording import unit_text

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.rules.case import Case, Origin
    from byggsten.domain.rules.expressions import Reference, Role
    from byggsten.domain.rules.kinds import Confidence, Words
    from byggsten.domain.rules.tables import Tables, Value


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


def used_fact(case: Case, ref: Reference) -> UsedFact:
    """A fact, derived value or outcome as the case has it; written once, however many rules read it."""
    found = case.evidence.get(ref.name)
    if found is None:
        found = case.evidence[ref.name] = _fact(case, ref)
    return found


def used_parameter(case: Case, ref: Reference) -> UsedParameter:
    """A parameter with the value that holds for the case; written once, whomever it is used for."""
    value, kept = case.parameter(ref.name), case.program.evidence
    key = (ref.name, value.since if value else None)
    found = kept.get(key)
    if found is None:
        found = kept[key] = _parameter(case, ref, value)
    return found


def _fact(case: Case, ref: Reference) -> UsedFact:
    tables, number = case.tables, case.read(ref)
    value = in_words(tables, ref, number, "sv", alone=True)
    return UsedFact(ref, label_of(tables, ref), value, number, case.origins.get(ref.name), tables)


def _parameter(case: Case, ref: Reference, value: Value | None) -> UsedParameter:
    parameter = case.tables.parameters[ref.name]
    source = value.source if value else ""
    return UsedParameter(
        name=ref.name,
        label=parameter.label.sv,
        value=shown(case, ref, "sv", bare=True),
        unit=parameter.unit,
        since=value.since if value else None,
        source=source_text(case.tables, source, "sv"),
        confidence=value.confidence if value else None,
        label_en=parameter.label.en,
        value_en=shown(case, ref, "en", bare=True),
        unit_en=unit_text(parameter.unit, "en"),
        source_en=source_text(case.tables, source, "en"),
        note=value.note if value else "",
    )
