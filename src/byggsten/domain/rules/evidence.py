"""What an outcome rests on, as values to show: facts with their origin, parameters with their source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules.shown import label_of, shown, source_text
from byggsten.domain.rules.wording import unit_text

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.rules.case import Case, Origin
    from byggsten.domain.rules.expressions import Reference, Role
    from byggsten.domain.rules.kinds import Confidence, Words


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact, a derived value or another rule's outcome, as it was when it was used.

    ``label`` and ``value`` are Swedish; ``role`` tells which it is; ``known`` is False when missing.
    """

    name: str
    label: str
    value: str
    origin: Origin | None
    label_en: str
    value_en: str
    role: Role
    known: bool


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
    """A fact, derived value or outcome as the case has it."""
    label = label_of(case.tables, ref)
    return UsedFact(
        name=ref.name,
        label=label.sv,
        value=shown(case, ref, "sv", alone=True),
        origin=case.origins.get(ref.name),
        label_en=label.en,
        value_en=shown(case, ref, "en", alone=True),
        role=ref.role,
        known=case.read(ref) is not None,
    )


def used_parameter(case: Case, ref: Reference) -> UsedParameter:
    """A parameter with the value that holds for the case."""
    value, parameter = case.parameter(ref.name), case.tables.parameters[ref.name]
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
