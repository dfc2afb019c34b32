"""People judged today from what is stored of their last finished week, without loading a single session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.dates import Period, Week
from byggsten.domain.duty import Assessment
from byggsten.domain.facts import person_facts
from byggsten.domain.ledger import week_ledger
from byggsten.domain.planning import BuildingBlock
from byggsten.domain.requirement import REQUIRED, days_here, required_minutes
from byggsten.domain.rules.closure import needed
from byggsten.domain.week_facts import Window, week_facts
from byggsten.queries.building_blocks import LAID
from byggsten.queries.cases import load_people
from byggsten.queries.rules import rules_here
from byggsten.records.models import WeekLedger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from byggsten.domain.case import Case
    from byggsten.domain.duty import Rules
    from byggsten.domain.facts import Facts, Value


def judged_today(
    references: Iterable[str], on: date, *, wanted: tuple[str, ...] = ()
) -> Mapping[str, Assessment]:
    """Each person judged on the day, by the facts of the day and those of the last finished week.

    A number of database questions that does not grow with the people.
    Without a plan that week nothing was scheduled.
    With a plan but without the stored week, the rules say what they miss.
    The cases hold what the wanted rules (none: all), the week's requirement and the walls read.
    """
    rules = rules_here()
    last = Week.of(on).plus(-1)
    during = Period(last.monday, Week.of(on).sunday)
    cases = load_people(references, codes=_codes(rules, wanted, on), during=during)
    weeks = stored_facts(cases, last)
    found = {}
    for reference, case in cases.items():
        facts = person_facts(case, on, rules.duty)
        told = weeks.get(reference) or (_without_plan(case, last, rules, facts) if idle(case, last) else {})
        both = facts.with_week(told, last)
        found[reference] = Assessment(case, on, both, rules, rules.duty.decide(on, both.values, wanted))
    return found


def _codes(rules: Rules, wanted: tuple[str, ...], on: date) -> frozenset[str] | None:
    """The codes of the facts to load for a list of people; None: all of them."""
    if not wanted:
        return None
    book = rules.duty
    _, facts = needed(book.tables, (*wanted, REQUIRED), on.toordinal())
    return frozenset(book.facts[name].code for name in facts) | {LAID + block for block in BuildingBlock}


def stored_facts(references: Iterable[str], week: Week) -> dict[str, Mapping[str, int | None]]:
    """The week's own facts by person, where the week is stored."""
    rows = WeekLedger.objects.filter(person__reference__in=list(references), monday=week.monday)
    return dict(rows.values_list("person__reference", "facts"))


def idle(case: Case, week: Week) -> bool:
    """Whether no plan held on any day of the week, so that nothing can have been scheduled."""
    return not any(plan.period.overlaps(week.period) for plan in case.plans)


def _without_plan(case: Case, week: Week, rules: Rules, facts: Facts) -> Mapping[str, Value]:
    """The facts of a week in which nothing was scheduled; what was required is then the gap."""
    ledger = week_ledger(week, (), required_minutes(case, week, rules.duty))
    return week_facts(ledger, len(days_here(facts.values, week)), Window(0, 0, 0, 0, 0, 0))
