"""People judged today from what is stored of their last finished week, without loading a single session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.dates import Week
from byggsten.domain.duty import Assessment
from byggsten.domain.facts import Facts, person_facts
from byggsten.domain.rules import Origin
from byggsten.domain.texts import N_
from byggsten.queries.cases import load_people
from byggsten.queries.rules import rules_here
from byggsten.records.models import WeekLedger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

WEEK_BOOK = N_("Veckans bok")


def judged_today(
    references: Iterable[str], on: date, *, wanted: tuple[str, ...] = ()
) -> Mapping[str, Assessment]:
    """Each person judged on the day, by the facts of the day and those of the last finished week.

    A number of database questions that does not grow with the people.
    A person without a stored week is judged without the week's facts, and the rules say what they miss.
    """
    rules = rules_here()
    cases = load_people(references)
    weeks = last_weeks(cases, on)
    found = {}
    for reference, case in cases.items():
        facts = person_facts(case, on, rules.duty)
        week, told = weeks.get(reference, (None, {}))
        values = {**facts.values, **told}
        origins = {**facts.origins, **dict.fromkeys(told, Origin(WEEK_BOOK, str(week), None))}
        both = Facts(values, origins)
        found[reference] = Assessment(case, on, both, rules, rules.duty.decide(on, values, wanted))
    return found


def last_weeks(references: Iterable[str], on: date) -> dict[str, tuple[Week, Mapping[str, int | None]]]:
    """The last finished week's own facts by person, where such a week is stored."""
    last = Week.of(on).plus(-1)
    rows = WeekLedger.objects.filter(person__reference__in=list(references), monday=last.monday)
    return {person: (last, facts) for person, facts in rows.values_list("person__reference", "facts")}
