"""What a form holds, as the JSON that the domain reads, and a claim as what its form holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.domain.competence.care import WEEKDAYS, CareHours
from byggsten.domain.competence.values import Word, YesNo
from byggsten.queries.taxonomy import label_of
from byggsten.web.caseworker.mapping.fields import CONCEPT, NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field

    from django.http import QueryDict

# Before a concept that was chosen earlier: it holds as long as its label still stands in the field.
CHOSEN = "="


def to_raw(one: Field[Any], cleaned: Mapping[str, Any]) -> Any:
    """The value as the domain reads it from JSON; None when nothing was filled in."""
    kind, value = one.metadata["kind"], cleaned.get(one.name)
    if isinstance(kind, CareHours):
        return _care_hours(one.name, cleaned)
    if isinstance(kind, Word):
        return _term(kind, str(value or "").strip(), str(cleaned.get(one.name + CONCEPT) or ""))
    if isinstance(kind, YesNo):
        return {YES: True, NO: False}.get(str(value))
    return None if value == "" else value


def _term(kind: Word, typed: str, concept: str) -> Any:
    known = label_of(concept.removeprefix(CHOSEN), kind.kinds) if concept else ""
    if known and known == typed:
        return {"label": known, "concept": concept.removeprefix(CHOSEN)}
    return {"label": typed} if typed else None


def choose(one: Field[Any], sent: QueryDict) -> None:
    """Put the label of the suggestion that was just chosen in the field."""
    concept = sent.get(one.name + CONCEPT, "")
    if concept and not concept.startswith(CHOSEN):
        label = label_of(concept[:40], one.metadata["kind"].kinds)
        sent[one.name + CONCEPT] = CHOSEN + concept if label else ""
        sent[one.name] = label or sent.get(one.name, "")


def _care_hours(name: str, cleaned: Mapping[str, Any]) -> Any:
    found = {}
    for weekday in WEEKDAYS:
        span = [cleaned.get(f"{name}_{weekday}_{end}") for end in ("start", "end")]
        if any(span):
            found[str(weekday)] = [f"{moment:%H:%M}" if moment else "" for moment in span]
    return found or None


def to_initial(one: Field[Any], value: Any) -> dict[str, Any]:
    """What the form's fields hold when the claim is to be changed."""
    kind = one.metadata["kind"]
    if value == kind.empty:
        return {}
    if isinstance(kind, CareHours):
        spans = [(f"{one.name}_{care.weekday}", care) for care in value]
        return {f"{key}_start": care.start for key, care in spans} | {
            f"{key}_end": care.end for key, care in spans
        }
    if isinstance(kind, Word):
        return {one.name: value.label, one.name + CONCEPT: value.concept and CHOSEN + value.concept}
    if isinstance(kind, YesNo):
        return {one.name: YES if value else NO}
    return {one.name: value}
