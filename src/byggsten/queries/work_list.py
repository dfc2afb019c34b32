"""A caseworker's people by urgency, judged today, in a number of questions that does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, Sum

from byggsten.access.roles import May
from byggsten.access.scopes import holds_on, visible
from byggsten.domain.dates import Week
from byggsten.domain.duty import required_minutes
from byggsten.domain.people import Protection
from byggsten.domain.texts import N_
from byggsten.queries.building_blocks import Brick, wall
from byggsten.queries.week_facts import judged_today
from byggsten.records.models import Assignment, Person, Session, WeekLedger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.case import Case
    from byggsten.domain.duty import Assessment

TODO = "att_göra"
NOTHING, UNKNOWN = "inget", "okänt"
UNDECIDED = N_("Går inte att avgöra än")
LATELY = 4
NUMBER_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Attendance:
    """The last stored weeks in minutes; valid absence is left out of the share."""

    attended: int = 0
    invalid: int = 0
    unknown: int = 0

    @property
    def percent(self) -> int | None:
        """Attended of what is known and was asked, in whole per cent; None when nothing is known."""
        known = self.attended + self.invalid
        return self.attended * 100 // known if known else None


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
    people = visible(actor, May.SEE_PERSON, Person).filter(Exists(mine)).filter(_found_by(search))
    references = list(people.order_by("family_name", "given_name").values_list("reference", flat=True))
    judged = judged_today(references, on, wanted=(TODO,))
    order = _order(judged)
    counted: dict[str, int] = defaultdict(int)
    for assessment in judged.values():
        counted[_todo(assessment)] += 1
    chosen = {r: a for r, a in judged.items() if not todo or _todo(a) == todo}
    planned = _planned([a.case for a in chosen.values()], Week.of(on))
    attendance = _attendance(chosen, on)
    rows = [_row(a, language, planned.get(r, 0), attendance.get(r, Attendance())) for r, a in chosen.items()]
    rows.sort(key=lambda row: (order.get(row.todo, len(order)), row.name))
    labels = _labels(judged, language)
    counters = [Counter(code, labels.get(code, code), counted[code]) for code in order if counted.get(code)]
    return WorkList(tuple(rows), tuple(counters), len(judged))


def _found_by(search: str) -> Q:
    words = search.split()
    digits = "".join(filter(str.isdigit, search))
    if digits:
        return Q(number=digits) if len(digits) == NUMBER_LENGTH else Q(pk__in=[])
    found = Q()
    for word in words:
        found &= Q(given_name__icontains=word) | Q(family_name__icontains=word)
    return found


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


def _planned(cases: Sequence[Case], week: Week) -> dict[str, int]:
    """Minutes of the week's sessions in each person's plan."""
    groups = {item.group for case in cases for plan in case.plans for item in plan.items}
    held = Session.objects.filter(
        group__reference__in=groups, day__range=(week.monday, week.sunday), cancelled_by=""
    )
    told = held.values_list("group__reference", "day").annotate(minutes=Sum("minutes"))
    by_group: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for group, day, minutes in told:
        by_group[group].append((day, minutes))
    found: dict[str, int] = defaultdict(int)
    for case in cases:
        for plan in case.plans:
            for item in plan.items:
                found[case.person.reference] += sum(
                    minutes
                    for day, minutes in by_group.get(item.group, ())
                    if day in plan.period and day in item.period
                )
    return found


def _attendance(references: Iterable[str], on: date) -> dict[str, Attendance]:
    last = Week.of(on)
    rows = WeekLedger.objects.filter(
        person__reference__in=list(references),
        monday__range=(last.plus(-LATELY).monday, last.plus(-1).monday),
    )
    sums = rows.values_list("person__reference").annotate(Sum("attended"), Sum("invalid"), Sum("unknown"))
    return {reference: Attendance(*totals) for reference, *totals in sums}
