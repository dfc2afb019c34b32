"""The people of one's unit whom no caseworker answers for, the longest wait first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef

from byggsten.access.conditions import holds_on
from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.reception import majority
from byggsten.queries.searching import found_by
from byggsten.queries.week_facts import judged_today
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.duty import Assessment

A_PAGE = 50
ABOUT, OUTSIDE = ("målgrupp", "kategori"), "utanför"


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
    page: Page[Assessment]
    total: int


def unassigned(
    actor: Actor, *, language: str, search: str = "", everybody: bool = False, page: str | None = None
) -> UnassignedList:
    """Grown people in the target group without a caseworker, or everybody; ``search`` as in the work list."""
    held = Assignment.objects.filter(holds_on(actor), person=OuterRef("pk"))
    people = visible(actor, May.SEE_PERSON, Person).filter(~Exists(held))
    if search:
        people = people.filter(found_by(search))
    rows = {
        row.reference: row
        for row in people.order_by("recorded_at", "pk")
        if everybody or not _child(row, actor.on)
    }
    judged = judged_today(rows, actor.on, wanted=ABOUT)
    chosen = [a for a in judged.values() if everybody or a.outcome(ABOUT[0]) != OUTSIDE]
    shown = Paginator(chosen, A_PAGE).get_page(page)
    found = tuple(_row(a, rows[a.case.person.reference], actor.on, language) for a in shown)
    return UnassignedList(found, shown, shown.paginator.count)


def _row(assessment: Assessment, row: Person, on: date, language: str) -> Unassigned:
    steps = assessment.explain(*ABOUT)
    return Unassigned(
        row.reference,
        assessment.case.person.name,
        row.born.year if row.born else None,
        row.language,
        _child(row, on),
        row.recorded_at.date(),
        *(steps[rule].outcome_text(language) for rule in ABOUT),
    )


def _child(row: Person, on: date) -> bool:
    return row.born is not None and on < majority(row.born)
