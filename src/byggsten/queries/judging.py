"""One person's case judged for a page: on a day together with the last finished week, or week by week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.dates import Week
from byggsten.domain.duty import Assessment, assess_weeks
from byggsten.domain.facts import person_facts
from byggsten.domain.rules.closure import needed
from byggsten.domain.week_facts import WEEK_FACTS
from byggsten.domain.windows import HISTORY_WEEKS
from byggsten.queries.cases import load_cases, load_people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.case import Case
    from byggsten.domain.duty import Rules, WeekAssessment
    from byggsten.domain.rules import Rulebook


def case_for(actor: Actor, reference: str, weeks: Sequence[Week]) -> Case:
    """The case with the sessions that the weeks need.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    since = min(*weeks, Week.of(actor.on)).monday - timedelta(weeks=HISTORY_WEEKS)
    cases = load_cases([reference], since=since, until=max(weeks).sunday)
    return _there(cases.get(reference))


def case_without_sessions(actor: Actor, reference: str) -> Case:
    """The case with its plans but without sessions.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    return _there(load_people([reference]).get(reference))


def _there(case: Case | None) -> Case:
    if case is None:
        raise NothingHere
    return case


def finished_before(day: date) -> Week:
    """The last week that was over on the day."""
    return Week.of(day).plus(-1)


def judged_on(case: Case, day: date, finished: WeekAssessment, rules: Rules) -> Assessment:
    """The person on the day: what is known of the person that day, and what the finished week showed."""
    told = {name: finished.facts.values[name] for name in WEEK_FACTS}
    facts = person_facts(case, day, rules.duty).with_week(told, finished.week)
    return Assessment(case, day, facts, rules, rules.duty.decide(day, facts.values))


def weeks_of(case: Case, weeks: Sequence[Week], rules: Rules, on: date) -> dict[Week, WeekAssessment]:
    """Each week judged as seen from the day."""
    return {found.week: found for found in assess_weeks(case, set(weeks), rules, on=on)}


def about_a_week(book: Rulebook, rule: str, day: date) -> bool:
    """Whether the rule needs anything from a week's ledger."""
    _, facts = needed(book.tables, (rule,), day.toordinal())
    return not set(WEEK_FACTS).isdisjoint(facts)
