"""A rule's answer as a page tells it, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.web.caseworker.evidence import condition_of, explanation, told_fact, told_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Assessment
    from byggsten.domain.rules import Step
    from byggsten.web.caseworker.evidence import ToldFact, ToldNumber


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


def tell(
    assessment: Assessment,
    rules: Iterable[str],
    language: str,
    week: Week | None = None,
    day: date | None = None,
) -> tuple[Told, ...]:
    """The answers of the rules in their order."""
    wanted = tuple(rules)
    person, steps = assessment.case.person.reference, assessment.explain(*wanted)
    return tuple(Told(*_short(steps[rule], person, language, week, day)) for rule in wanted)


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
            condition=condition_of(assessment, steps[rule], language),
            facts=tuple(told_fact(fact, person, language, day, week) for fact in steps[rule].facts),
            numbers=tuple(told_number(number, language) for number in steps[rule].parameters),
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
