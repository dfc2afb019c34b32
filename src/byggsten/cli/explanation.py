"""A rule explained, in words and as a value: the row, its facts, numbers and sources, and the next change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.cli.judgement import AHEAD, about
from byggsten.cli.judgement_value import outcomes
from byggsten.cli.output import wrapped
from byggsten.cli.spoken import day, moment
from byggsten.cli.terms import SAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.cli.judgement import Judgement
    from byggsten.domain.duty import Assessment
    from byggsten.domain.rules import Change, Origin, Step, UsedFact


def rule_text(judgement: Judgement, rule: str, language: str) -> str:
    """Why the rule came out as it did, in the language."""
    says, assessment = SAYS[language], about(judgement, rule)
    step = assessment.explain(rule)[rule]
    name = judgement.case.person.name or judgement.case.person.reference
    head = f"{step.definition.label.text(language)}: {step.outcome_text(language)}"
    who = f"{name}, {says['as_of']} {day(assessment.day, language)}"
    lines = [head, who, "", wrapped(step.text(language)), ""]
    lines += [*_facts(step, language), *_numbers(step, language), *_sources(step, language)]
    lines.append(wrapped(_next(judgement, assessment, rule, language)))
    lines.append(f"{says['row']} {step.row.id}. {says['version']} {step.version}.")
    return "\n".join(lines)


def rule_value(judgement: Judgement, rule: str) -> dict[str, Any]:
    """The same for a machine, with the receipt."""
    assessment = about(judgement, rule)
    step = assessment.explain(rule)[rule]
    asked = judgement.asked
    known = asked.known_at.date() if asked.known_at else None
    book, facts = asked.rules.duty, assessment.facts
    change = _change(judgement, assessment, rule)
    return {
        "person": judgement.case.person.reference,
        "as_of": assessment.day,
        "known_at": asked.known_at,
        "rule": rule,
        **outcomes({rule: step})[rule],
        "text_en": step.text_en,
        "facts": [_fact_value(fact) for fact in step.facts],
        "sources": list(step.sources),
        "next_change": {"day": change.day, "before": change.before, "after": change.after}
        if change
        else None,
        "receipt": book.receipt(assessment.day, known, facts.values, (rule,), facts.origins),
    }


def _fact_value(fact: UsedFact) -> dict[str, Any]:
    origin = fact.origin
    return {
        "name": fact.name,
        "label": fact.label,
        "value": fact.value,
        "known": fact.known,
        "source": origin.source if origin else None,
        "recorded_at": origin.recorded_at if origin else None,
    }


def _facts(step: Step, language: str) -> Iterator[str]:
    if not step.facts:
        return
    yield SAYS[language]["facts"]
    for fact in step.facts:
        english = language == "en"
        label, value = (fact.label_en, fact.value_en) if english else (fact.label, fact.value)
        yield wrapped(f"{label}: {value}{_origin(fact.origin, language)}", "  ", "    ")
    yield ""


def _origin(origin: Origin | None, language: str) -> str:
    if origin is None or not origin.source:
        return ""
    when = f", {SAYS[language]['recorded']} {moment(origin.recorded_at)}" if origin.recorded_at else ""
    return f" ({origin.source}{when})"


def _numbers(step: Step, language: str) -> Iterator[str]:
    if not step.parameters:
        return
    says, english = SAYS[language], language == "en"
    yield says["numbers"]
    for number in step.parameters:
        label, value, unit, source = (
            (number.label_en, number.value_en, number.unit_en, number.source_en)
            if english
            else (number.label, number.value, number.unit, number.source)
        )
        since = f", {says['since']} {day(number.since, language)}" if number.since else ""
        sure = f", {number.confidence.label.text(language).lower()}" if number.confidence else ""
        told = f" ({source}{since}{sure})" if source else ""
        measured = f"{value} {unit}".rstrip() if number.since else value
        yield wrapped(f"{label}: {measured}{told}", "  ", "    ")
    yield ""


def _sources(step: Step, language: str) -> Iterator[str]:
    yield SAYS[language]["sources"]
    yield from (wrapped(source, "  ", "    ") for source in dict.fromkeys(step.sources_in(language)))
    yield ""


def _change(judgement: Judgement, assessment: Assessment, rule: str) -> Change | None:
    book = judgement.asked.rules.duty
    # A week is past when it is judged: nothing about it changes by itself.
    if assessment is not judgement.day:
        return None
    return book.next_change(assessment.day, assessment.facts.values, (rule,), until=assessment.day + AHEAD)


def _next(judgement: Judgement, assessment: Assessment, rule: str, language: str) -> str:
    says = SAYS[language]
    if assessment is not judgement.day:
        return says["week_stands"]
    change = _change(judgement, assessment, rule)
    if change is None:
        return says["stands"]
    labels = {o.name: o.label.text(language) for o in judgement.asked.rules.duty.rules[rule].outcomes}
    after = labels.get(change.after, change.after)
    if change.after == change.before:
        return f"{says['other_row']} {day(change.day, language)}."
    return f"{says['changes']} {day(change.day, language)}: «{after}»."
