"""Everything that the page where a plan is written shows, in a fixed number of questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Draft, Goal, longest
from byggsten.domain.planning import GoalKind
from byggsten.queries.draft_content import from_kept
from byggsten.queries.plan_judging import next_period
from byggsten.queries.plan_versions import versions_of
from byggsten.queries.readings import called
from byggsten.records.models import Person, PlanDraft

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain import people
    from byggsten.queries.plan_versions import Version, Versions


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk when a plan is written.

    ``draft`` is the kept one, or how a new one begins; ``kept`` tells them apart.
    ``stamp`` goes with the form.  ``current`` is the version that the new one takes over from.
    """

    person: people.Person
    unit: str
    draft: Draft
    kept: bool
    stamp: int
    saved_at: datetime | None
    saved_by: str
    can_undo: bool
    current: Version | None
    versions: Versions


def desk(actor: Actor, reference: str) -> Desk:
    """The desk as it stands.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.PLAN, Subject.PERSON, reference)
    versions = versions_of(actor, reference)
    person = Person.objects.select_related("unit").get(reference=reference)
    row = PlanDraft.objects.filter(person=person).first()
    kept = from_kept(row.content) if row else None
    begun = kept is not None and kept.draft is not None
    current = _current(versions, actor.on)
    if row and begun:
        current = next((one for one in versions.every if one.reference == row.supersedes), None)
    draft = kept.draft if kept and kept.draft else beginning(current, actor.on)
    return Desk(
        person=person.as_domain(),
        unit=person.unit.name,
        draft=draft,
        kept=begun,
        stamp=row.stamp if row else 0,
        saved_at=row.saved_at if row and begun else None,
        saved_by=called([row.saved_by]).get(row.saved_by, row.saved_by) if row and begun else "",
        can_undo=kept is not None and begun and kept.before is not None,
        current=current,
        versions=versions,
    )


def beginning(current: Version | None, today: date) -> Draft:
    """How a new draft begins: as the current version does, from next Monday, or with the first goal alone."""
    if current is None:
        return Draft(next_period(today), (Goal(GoalKind.SELF_SUPPORT),))
    draft = current.draft
    if not draft.goals and current.title:
        # A plan made elsewhere has its goal as a line of text alone.
        draft = replace(draft, goals=(Goal(GoalKind.SELF_SUPPORT, current.title),))
    return carried_on(draft, today)


def carried_on(draft: Draft, today: date) -> Draft:
    """The draft with days ahead: what has begun goes on from next Monday, and what has ended is left out."""
    ahead = next_period(today)
    period = draft.period or ahead
    if period.first_day < today:
        last = period.last_day
        if last is None or not ahead.first_day < last <= longest(ahead.first_day):
            last = ahead.last_day
        period = Period(ahead.first_day, last)
    choices = tuple(
        replace(
            choice,
            first_day=choice.first_day if choice.first_day and choice.first_day > period.first_day else None,
        )
        for choice in draft.choices
        if choice.last_day is None or choice.last_day >= period.first_day
    )
    return replace(draft, period=period, choices=choices).tidy()


def _current(versions: Versions, today: date) -> Version | None:
    """The version that holds today, or else the next to begin, or else none that a new one must end."""
    there = [one for one in versions.every if one.withdrawn_at is None]
    holding = [one for one in there if one.period.last_day is None or one.period.last_day >= today]
    return min(holding, key=lambda one: (today not in one.period, one.period.first_day), default=None)
