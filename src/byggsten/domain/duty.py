"""Judge a person's day and weeks: settle the hours, add up the ledger, ask the rules.

The machine gathers, computes and explains; what follows from it is a named person's decision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Week, working_days
from byggsten.domain.facts import Facts, person_facts
from byggsten.domain.ledger import WeekLedger, week_ledger
from byggsten.domain.rules import Origin
from byggsten.domain.settling import Circumstances, Hour, settle
from byggsten.domain.texts import N_
from byggsten.domain.week_facts import week_facts
from byggsten.domain.windows import HISTORY_WEEKS, Runs, window_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.case import Case
    from byggsten.domain.facts import Value
    from byggsten.domain.reasons import Reason
    from byggsten.domain.rules import Decision, Rulebook, Step

REQUIRED = "veckokrav"


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
    ledgers: dict[Week, WeekLedger] = {}

    def ledger_of(week: Week) -> WeekLedger:
        if week not in ledgers:
            ledgers[week] = week_ledger(week, hours.get(week, ()), required_minutes(case, week, rules))
        return ledgers[week]

    found = []
    for week in wanted:
        day = min(week.sunday, max(on, week.monday))
        facts = person_facts(case, day, rules.duty)
        window = window_before(week, hours, ledger_of, rules.duty, day)
        counted = week_facts(ledger_of(week), len(days_here(facts.values, week)), window)
        values = {**facts.values, **counted}
        origins = {**facts.origins, **dict.fromkeys(counted, Origin(N_("Veckans bok"), str(week), None))}
        found.append(
            WeekAssessment(
                case,
                day,
                Facts(values, origins),
                rules,
                rules.duty.decide(day, values),
                week=week,
                ledger=ledger_of(week),
                hours=hours.get(week, ()),
            )
        )
    return tuple(found)


def required_minutes(case: Case, week: Week, rules: Rules) -> Minutes | None:
    """What the rules ask of the person that week, after adaptation and holidays; None: cannot be told."""
    facts = dict(person_facts(case, week.sunday, rules.duty).values)
    facts["arbetsdagar"] = len(days_here(facts, week))
    required = rules.duty.decide(week.sunday, facts, (REQUIRED,)).outcome(REQUIRED)
    return None if required is None else Minutes(int(required))


def days_here(facts: Mapping[str, Value], week: Week) -> tuple[date, ...]:
    """The week's working days on which the person is known to be registered in the municipality.

    Where the registration is unknown every working day counts, and the rules tell what they must know.
    """
    first, last = facts.get("folkbokförd_här_från"), facts.get("folkbokförd_här_till")
    return tuple(
        day
        for day in working_days(week)
        if (not isinstance(first, date) or first <= day) and (not isinstance(last, date) or day <= last)
    )


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
