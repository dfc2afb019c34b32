"""Everything that a caseworker's page about one person shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.queries.judging import case_for, finished_before, judged_on, weeks_of
from byggsten.queries.person_diary import diary_of
from byggsten.queries.rules import rules_here
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from byggsten.access.actors import Actor
    from byggsten.domain.case import Case
    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Assessment, WeekAssessment
    from byggsten.queries.person_diary import Diary


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The person today, one week of the plan, the last finished week, and the diary.

    ``caseworker`` is empty when nobody has been given the case.
    """

    case: Case
    today: Assessment
    week: WeekAssessment
    finished: WeekAssessment
    unit: str
    caseworker: str
    interpreter: bool
    diary: Diary


def person_page(actor: Actor, reference: str, week: Week) -> PersonPage:
    """The page as seen today, with the plan of a week.

    A number of questions that does not grow with the case.  Raises NothingHere, NotInYourRole.
    """
    finished = finished_before(actor.on)
    case = case_for(actor, reference, (week, finished))
    rules = rules_here()
    weeks = weeks_of(case, (week, finished), rules, actor.on)
    person = Person.objects.select_related("unit").get(reference=reference)
    return PersonPage(
        case=case,
        today=judged_on(case, actor.on, weeks[finished], rules),
        week=weeks[week],
        finished=weeks[finished],
        unit=person.unit.name,
        caseworker=_caseworker(person),
        interpreter=person.interpreter,
        diary=diary_of(reference),
    )


def _caseworker(person: Person) -> str:
    current = Assignment.objects.filter(person=person, last_day__isnull=True)
    found = current.select_related("caseworker__user").first()
    return found.caseworker.name if found else ""
