"""A caseworker's people by urgency, judged today, in a number of questions that does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from byggsten.access.roles import May
from byggsten.access.scopes import holds_on, visible
from byggsten.domain.dates import Week
from byggsten.domain.duty import required_minutes
from byggsten.domain.people import Protection
from byggsten.domain.texts import N_
from byggsten.queries.building_blocks import Brick, wall
from byggsten.queries.searching import found_by
from byggsten.queries.week_facts import judged_today
from byggsten.queries.work_week import Attendance, attendance_of, planned_minutes
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.duty import Assessment

TODO = "att_göra"
NOTHING, UNKNOWN = "inget", "okänt"
UNDECIDED = N_("Går inte att avgöra än")


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
class Counter:
    """How many people wait for one kind of thing."""

    todo: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class WorkList:
    """The rows that were asked for, and the counters of all of one's people."""

    rows: tuple[WorkRow, ...]
    counters: tuple[Counter, ...]
    total: int


def work_list(actor: Actor, *, on: date, language: str, todo: str = "", search: str = "") -> WorkList:
    """Everybody the caseworker answers for, most urgent first.

    ``search`` is a name or a personal number and nothing else (förordning 2001:637, 15 §).
    """
    mine = Assignment.objects.filter(holds_on(actor), person=OuterRef("pk"), caseworker_id=actor.staff_id)
    people = visible(actor, May.SEE_PERSON, Person).filter(Exists(mine))
    references = list(people.order_by("family_name", "given_name").values_list("reference", flat=True))
    judged = judged_today(references, on, wanted=(TODO,))
    order = _order(judged)
    counted: dict[str, int] = defaultdict(int)
    for assessment in judged.values():
        counted[_todo(assessment)] += 1
    # The counters are of everybody, so that a search never tells of one person without showing the row.
    hits = set(people.filter(found_by(search)).values_list("reference", flat=True)) if search else set(judged)
    chosen = {r: a for r, a in judged.items() if r in hits and (not todo or _todo(a) == todo)}
    planned = planned_minutes([a.case for a in chosen.values()], Week.of(on))
    attendance = attendance_of(chosen, on)
    rows = [_row(a, language, planned.get(r, 0), attendance.get(r, Attendance())) for r, a in chosen.items()]
    rows.sort(key=lambda row: (order.get(row.todo, len(order)), row.name))
    labels = _labels(judged, language)
    counters = [Counter(code, labels.get(code, code), counted[code]) for code in order if counted.get(code)]
    return WorkList(tuple(rows), tuple(counters), len(judged))


def _todo(assessment: Assessment) -> str:
    return str(assessment.outcome(TODO) or UNKNOWN)


def _order(judged: Mapping[str, Assessment]) -> dict[str, int]:
    """The outcomes in the rule book's order of urgency; what cannot be told comes before nothing to do."""
    first = next(iter(judged.values()), None)
    if first is None:
        return {}
    codes = [outcome.name for outcome in first.rules.duty.rules[TODO].outcomes if outcome.name != NOTHING]
    return {code: n for n, code in enumerate([*codes, UNKNOWN, NOTHING])}


def _labels(judged: Mapping[str, Assessment], language: str) -> dict[str, str]:
    first = next(iter(judged.values()), None)
    if first is None:
        return {}
    known = {o.name: o.label.text(language) for o in first.rules.duty.rules[TODO].outcomes}
    return {UNKNOWN: UNDECIDED, **known}


def _row(assessment: Assessment, language: str, planned: int, attendance: Attendance) -> WorkRow:
    person, on = assessment.case.person, assessment.day
    step = assessment.explain(TODO)[TODO]
    return WorkRow(
        reference=person.reference,
        name=person.name,
        born=person.born.year if person.born else None,
        language=person.language,
        protected=person.protection is not Protection.NONE,
        todo=_todo(assessment),
        todo_label=step.outcome_text(language),
        sentence=step.text(language),
        bricks=wall(assessment.case, on),
        planned=planned,
        required=required_minutes(assessment.case, Week.of(on), assessment.rules),
        attendance=attendance,
    )
