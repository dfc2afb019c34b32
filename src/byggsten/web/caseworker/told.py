"""A rule's answer as a page tells it, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Told:
    """A rule's answer in short; ``address`` is where it is explained."""

    rule: str
    label: str
    outcome: str
    code: str
    text: str
    party: str
    address: str


@dataclass(frozen=True, slots=True)
class Explained(Told):
    """The answer with everything it rests on; ``condition`` is empty for a last row."""

    kind: str
    row: int
    row_id: str
    condition: str
    facts: tuple[ToldFact, ...]
    numbers: tuple[ToldNumber, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...]
    version: str


def explanation(person: str, rule: str, *, day: date | None = None, week: Week | None = None) -> str:
    """The address of the page that explains the rule for the person."""
    asked = {"vecka": str(week)} if week else {"dag": day.isoformat()} if day else {}
    address = reverse("caseworker:rule", args=[person, rule])
    return f"{address}?{urlencode(asked)}" if asked else address


def tell(
    assessment: Assessment, rules: Iterable[str], language: str, week: Week | None = None
) -> tuple[Told, ...]:
    """The answers of the rules in their order."""
    wanted = tuple(rules)
    person, steps = assessment.case.person.reference, assessment.explain(*wanted)
    return tuple(Told(*_short(steps[rule], person, language, week)) for rule in wanted)


def explain(
    assessment: Assessment,
    rules: Iterable[str],
    language: str,
    *,
    day: date | None = None,
    week: Week | None = None,
) -> tuple[Explained, ...]:
    """The answers of the rules with everything they rest on; links keep the day or the week."""
    wanted = tuple(rules)
    person, steps = assessment.case.person.reference, assessment.explain(*wanted)
    return tuple(
        Explained(
            *_short(steps[rule], person, language, week, day),
            kind=steps[rule].kind.label.text(language),
            row=steps[rule].row.number + 1,
            row_id=steps[rule].row.id,
            condition=_condition(assessment, steps[rule], language),
            facts=tuple(_fact(fact, person, language, day, week) for fact in steps[rule].facts),
            numbers=tuple(_number(number, language) for number in steps[rule].parameters),
            sources=tuple(dict.fromkeys(steps[rule].sources_in(language))),
            missing=tuple(ask.label.text(language) for ask in steps[rule].asks),
            version=steps[rule].version,
        )
        for rule in wanted
    )


def _short(
    step: Step, person: str, language: str, week: Week | None, day: date | None = None
) -> tuple[str, str, str, str, str, str, str]:
    return (
        step.rule,
        step.definition.label.text(language),
        step.outcome_text(language),
        step.outcome,
        step.text(language),
        step.party.label.text(language) if step.party else "",
        explanation(person, step.rule, day=day, week=week),
    )


def _condition(assessment: Assessment, step: Step, language: str) -> str:
    if step.row.condition is None:
        return ""
    book = assessment.rules.duty
    case = book.case(assessment.day, assessment.facts.values, (step.rule,), assessment.facts.origins)
    return phrase(book.tables, step.row.condition, language, case)


def _fact(fact: UsedFact, person: str, language: str, day: date | None, week: Week | None) -> ToldFact:
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


def _number(number: UsedParameter, language: str) -> ToldNumber:
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
