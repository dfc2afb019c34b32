"""Everything that a caseworker's page about one person shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.queries.judging import case_for, finished_before, judged_on, weeks_of
from byggsten.queries.person_diary import diary_of
from byggsten.queries.rules import rules_here
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.case import Case
    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Assessment, WeekAssessment
    from byggsten.queries.person_diary import Diary


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The person on a day, one week of the plan, the last finished week, and the diary.

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
    day: date


def person_page(actor: Actor, reference: str, week: Week, day: date | None = None) -> PersonPage:
    """The page as seen on a day (None: today), with the plan of a week.

    What is known is what is known now; what is asked is how it was that day, under the rules of that day.
    A number of questions that does not grow with the case.  Raises NothingHere, NotInYourRole.
    """
    day = day or actor.on
    finished = finished_before(day)
    case = case_for(actor, reference, (week, finished))
    rules = rules_here()
    weeks = weeks_of(case, (week, finished), rules, day)
    person = Person.objects.select_related("unit").get(reference=reference)
    return PersonPage(
        case=case,
        today=judged_on(case, day, weeks[finished], rules),
        week=weeks[week],
        finished=weeks[finished],
        unit=person.unit.name,
        caseworker=_caseworker(person),
        interpreter=person.interpreter,
        diary=diary_of(reference),
        day=day,
    )


def _caseworker(person: Person) -> str:
    """Who has the case; of a record that has nobody, who has one that was merged into it."""
    about = Q(person=person) | Q(person__merged_into=person)
    current = Assignment.objects.filter(about, last_day__isnull=True).select_related("caseworker__user")
    found = sorted(current, key=lambda row: (row.person_id != person.pk, row.pk))
    return found[0].caseworker.name if found else ""
