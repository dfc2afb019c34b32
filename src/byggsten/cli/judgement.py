"""One person judged as of a day: what the day's rules and the weeks' rules say, ready to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from byggsten.domain.duty import assess_day, assess_weeks
from byggsten.domain.reasons import Owner
from byggsten.domain.rules.closure import needed
from byggsten.domain.settling import STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from byggsten.domain.case import Case
    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Assessment, Rules, WeekAssessment
    from byggsten.domain.rules import Change, Rulebook, Step

# How far ahead the next change is looked for.
AHEAD = timedelta(days=3 * 366)
# Facts that only a week's ledger gives; rules that read any of them are about a week.
WEEK_FACTS = frozenset((
    "schemalagt", "erbjudet", "aviserat", "närvaro", "giltig_frånvaro", "ogiltig_frånvaro", "inställt",
    "ej_krävbart", "okänd_tid", "kommande", "lucka", "frånvarodagar_i_rad", "frånvaroveckor",
    "schemalagt_senaste", "närvaro_senaste", "schemalagt_innan", "närvaro_innan", "arbetsdagar",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command asked: as of which day, known at which moment, under which rules."""

    as_of: date
    known_at: datetime | None
    rules: Rules
    overlays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's day and weeks."""

    asked: Asked
    case: Case
    day: Assessment
    weeks: tuple[WeekAssessment, ...]

    def change(self) -> Change | None:
        """When one of the day's rules next comes out otherwise, if the facts stay as they are."""
        book, day = self.asked.rules.duty, self.asked.as_of
        return book.next_change(day, self.day.facts.values, day_rules(book, day), until=day + AHEAD)


def judge(case: Case, weeks: Sequence[Week], asked: Asked) -> Judgement:
    """Judge one person.  Raises RulebookError when a needed rule does not hold on the day."""
    return Judgement(
        asked,
        case,
        assess_day(case, asked.as_of, asked.rules),
        assess_weeks(case, weeks, asked.rules, on=asked.as_of),
    )


def day_rules(book: Rulebook, day: date) -> tuple[str, ...]:
    """The rules that need nothing from a week's ledger."""
    return tuple(rule for rule in book.rules if not _about_a_week(book, rule, day))


def week_rules(book: Rulebook, day: date) -> tuple[str, ...]:
    """The rules that are about a week."""
    return tuple(rule for rule in book.rules if _about_a_week(book, rule, day))


def _about_a_week(book: Rulebook, rule: str, day: date) -> bool:
    _, facts = needed(book.tables, (rule,), day.toordinal())
    return not WEEK_FACTS.isdisjoint(facts)


def about(judgement: Judgement, rule: str) -> Assessment:
    """A rule about a week is explained for the first of the weeks; all others for the day."""
    asked = judgement.asked
    return judgement.weeks[0] if _about_a_week(asked.rules.duty, rule, asked.as_of) else judgement.day


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
