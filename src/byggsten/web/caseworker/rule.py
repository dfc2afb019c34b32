"""One rule explained for one person: the answer, what it rests on, when it changes, and why not another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.domain.dates import Week, parse_day
from byggsten.domain.rules import RulebookError
from byggsten.domain.texts import Refusal
from byggsten.queries.rule_page import rule_page
from byggsten.web.caseworker.no_week import no_week, sentence
from byggsten.web.caseworker.told import explain
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from byggsten.queries.rule_page import RulePage
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Blocked:
    """A row that would have given the other outcome: what stands in its way, met or not known.

    ``earlier`` is the row that decided before it, empty when it was the row itself that did not hold.
    """

    row: int
    text: str
    parts: tuple[tuple[str, bool], ...]
    earlier: int | None


@reads(May.SEE_PERSON)
def rule(request: StaffRequest, reference: str, rule: str) -> HttpResponse:
    """The rule on ``?dag=`` (today when nothing is said) or in ``?vecka=``; ``?inte=`` asks why not."""
    wrong = ""
    day: date | None = None
    week: Week | None = None
    try:
        week = Week.parse(request.GET["vecka"]) if request.GET.get("vecka") else None
        day = parse_day(request.GET["dag"]) if request.GET.get("dag") and week is None else None
    except Refusal as refusal:
        # The page is shown as of today, with what was wrong with the day beside the field.
        wrong = sentence(refusal)
    try:
        found = rule_page(request.actor, reference, rule, day=day, week=week)
    except (Refusal, RulebookError) as refusal:
        return no_week(request, reference, refusal)
    shows(request, [reference], purpose="casework")
    context = _context(found, request, week, day) | {"wrong": wrong, "typed": request.GET.get("dag", "")}
    return render(request, "caseworker/rule.html", context, status=422 if wrong else 200)


def _context(
    found: RulePage, request: StaffRequest, week: Week | None, day: date | None
) -> dict[str, object]:
    language, assessment = request.language, found.assessment
    step = explain(assessment, (found.rule,), language, day=day, week=week)[0]
    table = assessment.rules.duty.rules[found.rule]
    others = tuple((o.name, o.label.text(language)) for o in table.outcomes if o.name != step.code)
    instead = request.GET.get("inte", "")
    return {
        "person": assessment.case.person,
        "step": step,
        "day": assessment.day,
        "week": week,
        "rests_on": found.week,
        "change": _change(found, language),
        "others": others,
        "instead": dict(others).get(instead, ""),
        "chosen": instead,
        "blocked": _blocked(found, instead, language) if instead in dict(others) else (),
    }


def _change(found: RulePage, language: str) -> dict[str, object] | None:
    if found.change is None:
        return None
    labels = {o.name: o.label.text(language) for o in found.assessment.rules.duty.rules[found.rule].outcomes}
    after = found.change.after
    same = after == found.change.before
    return {"day": found.change.day, "after": labels.get(after, after), "same": same}


def _blocked(found: RulePage, outcome: str, language: str) -> tuple[Blocked, ...]:
    assessment = found.assessment
    book = assessment.rules.duty
    rows = {row.id: row.number + 1 for row in book.rules[found.rule].rows}
    return tuple(
        Blocked(
            unmet.number + 1,
            book.rules[found.rule].row(unmet.row).text.text(language),
            tuple((part.text(language), part.known) for part in unmet.parts),
            rows.get(unmet.decided_by),
        )
        for unmet in book.why_not(assessment.day, assessment.facts.values, found.rule, outcome)
    )
