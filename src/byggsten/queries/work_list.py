"""A caseworker's people by urgency, judged today, in a number of questions that does not grow with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q

from byggsten.access.conditions import holds_on
from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.dates import Week
from byggsten.domain.people import Protection
from byggsten.domain.requirement import required_minutes
from byggsten.queries.building_blocks import Brick, wall
from byggsten.queries.mapping import judged_of
from byggsten.queries.searching import found_by
from byggsten.queries.week_facts import judged_today
from byggsten.queries.work_counters import TODO, Counter, counters_of, order_of, todo_of
from byggsten.queries.work_week import Attendance, attendance_of, planned_minutes
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.duty import Assessment
    from byggsten.domain.planning import BuildingBlock

# As many rows as a person reads before filtering.
A_PAGE = 25


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One person in the list."""

    reference: str
    name: str
    born: int | None
    language: str
    protected: bool
    todo: str
    todo_label: str
    sentence: str
    bricks: tuple[Brick, ...]
    planned: int
    required: int | None
    attendance: Attendance

    @property
    def in_place(self) -> int:
        return sum(brick.state == "2" for brick in self.bricks)

    @property
    def under_way(self) -> int:
        return sum(brick.state == "1" for brick in self.bricks)


@dataclass(frozen=True, slots=True)
class WorkList:
    """One page of the rows that were asked for, and the counters of all of one's people."""

    rows: tuple[WorkRow, ...]
    page: Page[Assessment]
    counters: tuple[Counter, ...]
    total: int


def work_list(
    actor: Actor, *, on: date, language: str, todo: str = "", search: str = "", page: str | None = None
) -> WorkList:
    """Everybody the caseworker answers for, most urgent first, a page at a time.

    ``search`` is a name or a personal number and nothing else (förordning 2001:637, 15 §).
    """
    about = Q(person=OuterRef("pk")) | Q(person__merged_into=OuterRef("pk"))
    mine = Assignment.objects.filter(about, holds_on(actor), caseworker_id=actor.staff_id)
    people = visible(actor, May.SEE_PERSON, Person).filter(Exists(mine))
    references = list(people.order_by("family_name", "given_name").values_list("reference", flat=True))
    judged = judged_today(references, on, wanted=(TODO,))
    # The counters are of everybody, so that a search never tells of one person without showing the row.
    hits = set(people.filter(found_by(search)).values_list("reference", flat=True)) if search else set(judged)
    order = order_of(judged)
    chosen = [a for r, a in judged.items() if r in hits and (not todo or todo_of(a) == todo)]
    chosen.sort(key=lambda a: (order.get(todo_of(a), len(order)), a.case.person.name))
    shown = Paginator(chosen, A_PAGE).get_page(page)
    return WorkList(_rows(shown, on, language), shown, counters_of(judged, order, language), len(judged))


def _rows(shown: Page[Assessment], on: date, language: str) -> tuple[WorkRow, ...]:
    cases = [assessment.case for assessment in shown]
    planned = planned_minutes(cases, Week.of(on))
    attendance = attendance_of((case.person.reference for case in cases), on)
    blocks = judged_of([case.person.reference for case in cases], on)
    return tuple(
        _row(
            a,
            language,
            planned.get(reference, 0),
            attendance.get(reference, Attendance()),
            blocks.get(reference, {}),
        )
        for a in shown
        for reference in (a.case.person.reference,)
    )


def _row(
    assessment: Assessment,
    language: str,
    planned: int,
    attendance: Attendance,
    blocks: Mapping[BuildingBlock, int],
) -> WorkRow:
    person, on = assessment.case.person, assessment.day
    step = assessment.explain(TODO)[TODO]
    return WorkRow(
        reference=person.reference,
        name=person.name,
        born=person.born.year if person.born else None,
        language=person.language,
        protected=person.protection is not Protection.NONE,
        todo=todo_of(assessment),
        todo_label=step.outcome_text(language),
        sentence=step.text(language),
        bricks=wall(assessment.case, on, blocks),
        planned=planned,
        required=required_minutes(assessment.case, Week.of(on), assessment.rules.duty),
        attendance=attendance,
    )
