"""The people of one's unit whom no caseworker answers for, the longest wait first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q

from byggsten.access.roles import May
from byggsten.access.scopes import holds_on, visible
from byggsten.domain.rules.calendar import years_between
from byggsten.queries.searching import found_by
from byggsten.queries.week_facts import judged_today
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from datetime import date

    from byggsten.access.actors import Actor

A_PAGE, GROWN = 50, 18
ABOUT = ("målgrupp", "kategori")


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A person nobody answers for; ``since`` is the day the record was made."""

    reference: str
    name: str
    born: int | None
    language: str
    child: bool
    since: date
    included: str
    category: str


@dataclass(frozen=True, slots=True)
class UnassignedList:
    """One page of them, and how many there are."""

    rows: tuple[Unassigned, ...]
    page: Page[Person]
    total: int


def unassigned(
    actor: Actor, *, language: str, search: str = "", children: bool = False, page: str | None = None
) -> UnassignedList:
    """Grown people without a caseworker, or the children too; ``search`` as in the work list."""
    held = Assignment.objects.filter(holds_on(actor), person=OuterRef("pk"))
    people = visible(actor, May.SEE_PERSON, Person).filter(~Exists(held))
    if search:
        people = people.filter(found_by(search))
    if not children:
        people = people.filter(Q(born__isnull=True) | Q(born__lte=_grown_by(actor.on)))
    shown = Paginator(people.order_by("recorded_at", "pk"), A_PAGE).get_page(page)
    judged = judged_today([row.reference for row in shown], actor.on, wanted=ABOUT)
    rows = []
    for row in shown:
        steps = judged[row.reference].explain(*ABOUT)
        rows.append(
            Unassigned(
                row.reference,
                row.as_domain().name,
                row.born.year if row.born else None,
                row.language,
                bool(row.born and _age(row.born, actor.on) < GROWN),
                row.recorded_at.date(),
                *(steps[rule].outcome_text(language) for rule in ABOUT),
            )
        )
    return UnassignedList(tuple(rows), shown, shown.paginator.count)


def _age(born: date, on: date) -> int:
    return years_between(born.toordinal(), on.toordinal())


def _grown_by(on: date) -> date:
    """The last day of birth of those who are grown; who was born on 29 February is so on 1 March."""
    leap = on.month == 2 and on.day == 29
    return on.replace(year=on.year - GROWN, day=28 if leap else on.day)
