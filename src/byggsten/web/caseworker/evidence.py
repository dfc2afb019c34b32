"""What an answer rests on as a page tells it: the condition of its row, its facts, its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.phrases import phrase

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Assessment
    from byggsten.domain.rules import Step, UsedFact, UsedParameter


@dataclass(frozen=True, slots=True)
class ToldFact:
    """Something the answer rests on; ``address`` explains it when it is an answer of another rule."""

    label: str
    value: str
    known: bool
    source: str
    recorded_at: datetime | None
    address: str


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """A number of the rules; ``since`` None: nobody has decided it."""

    label: str
    value: str
    unit: str
    since: date | None
    source: str
    confidence: str
    note: str


def explanation(person: str, rule: str, *, day: date | None = None, week: Week | None = None) -> str:
    """The address of the page that explains the rule for the person."""
    asked = {"vecka": str(week)} if week else {"dag": day.isoformat()} if day else {}
    address = reverse("caseworker:rule", args=[person, rule])
    return f"{address}?{urlencode(asked)}" if asked else address


def condition_of(assessment: Assessment, step: Step, language: str) -> str:
    """The condition of the deciding row in words; empty for a last row."""
    if step.row.condition is None:
        return ""
    book = assessment.rules.duty
    case = book.case(assessment.day, assessment.facts.values, (step.rule,), assessment.facts.origins)
    return phrase(book.tables, step.row.condition, language, case)


def told_fact(fact: UsedFact, person: str, language: str, day: date | None, week: Week | None) -> ToldFact:
    """The fact with where it comes from, or where it is explained."""
    english = language == "en"
    origin = fact.origin
    return ToldFact(
        fact.label_en if english else fact.label,
        fact.value_en if english else fact.value,
        fact.known,
        gettext(origin.source) if origin and origin.source else "",
        origin.recorded_at if origin else None,
        explanation(person, fact.name, day=day, week=week) if fact.role is Role.RULE else "",
    )


def told_number(number: UsedParameter, language: str) -> ToldNumber:
    """The number with its day, source and confidence."""
    english = language == "en"
    return ToldNumber(
        number.label_en if english else number.label,
        number.value_en if english else number.value,
        (number.unit_en if english else number.unit) if number.since else "",
        number.since,
        number.source_en if english else number.source,
        number.confidence.label.text(language) if number.confidence else "",
        number.note,
    )
