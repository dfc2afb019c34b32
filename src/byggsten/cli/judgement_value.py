"""A judgement as plain values for JSON, with the receipts that let anyone check it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.cli.judgement import day_rules, week_rules
from byggsten.domain.reasons import Owner
from byggsten.domain.settling import STATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.cli.judgement import Asked, Judgement
    from byggsten.domain.duty import Assessment, WeekAssessment
    from byggsten.domain.rules import Change, Step


def value_of(judgement: Judgement) -> dict[str, Any]:
    """The judgement for a machine, with the receipt of the day and of each week."""
    asked = judgement.asked
    book = asked.rules.duty
    of_day, of_week = day_rules(book, asked.as_of), week_rules(book, asked.as_of)
    return {
        "person": judgement.case.person.reference,
        "as_of": asked.as_of,
        "known_at": asked.known_at,
        "rules": {
            "duty": book.version,
            "attendance": asked.rules.attendance.version,
            "local": asked.overlays,
        },
        "day": {
            "outcomes": outcomes(judgement.day.explain(*of_day)),
            "next_change": _change(judgement.change()),
            "receipt": _receipt(judgement.day, asked, of_day),
        },
        "weeks": [
            {
                "week": str(week.week),
                "judged_on": week.day,
                "ledger": ledger_value(week),
                "outcomes": outcomes(week.explain(*of_week)),
                "receipt": _receipt(week, asked, of_week),
            }
            for week in judgement.weeks
        ],
    }


def outcomes(steps: Mapping[str, Step]) -> dict[str, dict[str, object]]:
    """Each rule's outcome with its sentence, its row and what is missing."""
    return {
        name: {
            "label": step.definition.label.sv,
            "outcome": step.outcome,
            "value": step.value,
            "text": step.text_sv,
            "row": step.row.id,
            "missing": list(step.missing),
        }
        for name, step in steps.items()
    }


def ledger_value(week: WeekAssessment) -> dict[str, object]:
    """The ledger in minutes; owners without minutes are left out."""
    ledger = week.ledger
    names = ("required", "scheduled", "offered", "announced", *STATES, "gap")
    owners = {owner.value: ledger.owned_by(owner) for owner in Owner if ledger.owned_by(owner)}
    return {name: getattr(ledger, name) for name in names} | {"missing": ledger.missing, "owners": owners}


def _receipt(assessment: Assessment, asked: Asked, rules: tuple[str, ...]) -> dict[str, object]:
    known = asked.known_at.date() if asked.known_at else None
    return asked.rules.duty.receipt(
        assessment.day, known, assessment.facts.values, rules, assessment.facts.origins
    )


def _change(change: Change | None) -> dict[str, object] | None:
    if change is None:
        return None
    turns = [{"rule": turn.rule, "before": turn.before, "after": turn.after} for turn in change.turns]
    return {"day": change.day, "turns": turns}
