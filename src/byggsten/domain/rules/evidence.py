"""A case's facts and parameters made ready to show, each written once however many rules read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.labels import in_words, label_of, source_text
from byggsten.domain.rules.used import UsedFact, UsedParameter
from byggsten.domain.rules.wording import unit_text

if TYPE_CHECKING:
    from byggsten.domain.rules.case import Case
    from byggsten.domain.rules.dated import Value
    from byggsten.domain.rules.expressions import Reference


def shown(case: Case, ref: Reference, language: str, *, bare: bool = False, alone: bool = False) -> str:
    """The value of a name in words.  ``bare``: minutes as a number; ``alone``: numbers with their unit."""
    return in_words(case.tables, ref, case.read(ref), language, bare=bare, alone=alone)


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
