"""Judge a person's day and weeks: settle the hours, add up the ledger, ask the rules.

The machine gathers, computes and explains; what follows from it is a named person's decision.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.dates import Week
from byggsten.domain.facts import Facts, person_facts
from byggsten.domain.ledger import WeekLedger, week_ledger
from byggsten.domain.requirement import days_here, required_by
from byggsten.domain.settling import Circumstances, Hour, settle
from byggsten.domain.week_facts import week_facts
from byggsten.domain.windows import HISTORY_WEEKS, Runs, window_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.case import Case
    from byggsten.domain.reasons import Reason
    from byggsten.domain.rules import Decision, Rulebook, Step


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule books and tables that a judgement uses."""

    duty: Rulebook
    attendance: Rulebook
    reasons: Mapping[str, tuple[Reason, ...]]

    @property
    def version(self) -> str:
        return f"{self.duty.version}-{self.attendance.version}"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A person judged on a day under the rules of that day."""

    case: Case
    day: date
    facts: Facts
    rules: Rules
    decision: Decision

    def explain(self, *wanted: str) -> dict[str, Step]:
        """Why each rule came out as it did; without names, all of them."""
        return self.rules.duty.explain(self.day, self.facts.values, wanted, self.facts.origins)

    def outcome(self, rule: str) -> str | int | None:
        """The outcome of a rule; None when it cannot be told yet."""
        return self.decision.outcome(rule)


@dataclass(frozen=True, slots=True)
class WeekAssessment(Assessment):
    """A person's week: the ledger, the settled hours, and what the rules say of both parties."""

    week: Week = field(kw_only=True)
    ledger: WeekLedger = field(kw_only=True)
    hours: tuple[Hour, ...] = field(kw_only=True)


def assess_day(case: Case, day: date, rules: Rules) -> Assessment:
    """Target group, route, clocks and the like on a day; rules about a week are then unknown."""
    facts = person_facts(case, day, rules.duty)
    return Assessment(case, day, facts, rules, rules.duty.decide(day, facts.values))


def assess_weeks(case: Case, weeks: Iterable[Week], rules: Rules, *, on: date) -> tuple[WeekAssessment, ...]:
    """Judge each week as seen from the day ``on``; a week is judged by the rules of its Sunday.

    Weeks that begin after ``on`` are planned, not judged: their hours lie ahead.
    """
    wanted = sorted(weeks)
    if not wanted:
        return ()
    first = min(wanted[0], Week.of(on)).plus(-HISTORY_WEEKS)
    hours = settle_all(case, rules, on=on, since=first.monday)
    # A week's requirement and its rules ask for the same Sunday.
    facts_on = functools.cache(functools.partial(person_facts, case, book=rules.duty))

    @functools.cache
    def ledger_of(week: Week) -> WeekLedger:
        return week_ledger(week, hours.get(week, ()), required_by(facts_on(week.sunday), week, rules.duty))

    found = []
    for week in wanted:
        day = min(week.sunday, max(on, week.monday))
        facts = facts_on(day)
        window = window_before(week, hours, ledger_of, rules.duty, day)
        days = len(days_here(facts.values, week))
        facts = facts.with_week(week_facts(ledger_of(week), days, window), week)
        found.append(
            WeekAssessment(
                case,
                day,
                facts,
                rules,
                rules.duty.decide(day, facts.values),
                week=week,
                ledger=ledger_of(week),
                hours=hours.get(week, ()),
            )
        )
    return tuple(found)


def settle_all(case: Case, rules: Rules, *, on: date, since: date) -> dict[Week, tuple[Hour, ...]]:
    """Every session of the person's plans from the day ``since``, settled, by week and in order."""
    accounts = case.accounts_of()
    found: dict[Week, list[Hour]] = {}
    runs = Runs()
    for session in sorted(case.sessions, key=lambda s: (s.day, s.start, s.reference)):
        item = case.item_for(session) if session.day >= since else None
        if item is None:
            continue
        told = accounts.get(session.reference, ())
        activity = case.activities.get(session.activity)
        run, proven = runs.with_day(session.day, told)
        around = Circumstances(item, bool(activity and activity.self_reported), on, run, proven)
        hour = settle(session, told, around, rules.attendance, rules.reasons)
        found.setdefault(Week.of(session.day), []).append(hour)
    return {week: tuple(hours) for week, hours in found.items()}
