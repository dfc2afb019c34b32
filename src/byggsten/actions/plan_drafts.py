"""Write on a person's plan together: each save says what it saw, so that a stale form never overwrites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.draft_texts import refuse_unkeepable
from byggsten.actions.lookups import locked_person
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.draft_content import Kept, as_kept, from_kept
from byggsten.queries.readings import called
from byggsten.records.models import PlanDraft

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.plan_draft import Draft


class StaleDraft(Refusal):
    """Somebody else has saved since the form was opened.

    ``theirs`` None: the draft has ended, adopted or thrown away.  ``saved_by`` is a name.
    """

    def __init__(self, theirs: Draft | None, saved_by: str, saved_at: datetime, stamp: int) -> None:
        self.theirs, self.saved_by, self.saved_at, self.stamp = theirs, saved_by, saved_at, stamp
        sentence = (
            N_("Utkastet finns inte längre: %(name)s avslutade det. Se planen, eller börja på nytt.")
            if theirs is None
            else N_("%(name)s har sparat utkastet medan du skrev. Välj vilken text som ska gälla.")
        )
        super().__init__(Text(sentence, {"name": saved_by}))


@transaction.atomic
def save_draft(
    *, person: str, draft: Draft, stamp: int, by: Actor, at: datetime, supersedes: str | None = None
) -> int:
    """Keep the draft and return its new stamp; the one before can be brought back.

    ``stamp`` is the one that the form was opened with, 0 when there was no draft.
    ``supersedes`` names the plan that a new draft takes over from.
    Saving what is already there changes nothing.  Raises StaleDraft, NothingHere, NotInYourRole.
    """
    draft = draft.tidy()
    refuse_unkeepable(draft)
    row, kept = seen(person, stamp, by)
    if row is not None and kept.draft == draft:
        return row.stamp
    if kept.draft is None:
        diary.write("plan.draft_begun", person=person, by=by.username, at=at)
    return _write(person, row, Kept(draft, kept.draft), supersedes, by=by, at=at)


@transaction.atomic
def undo_draft(*, person: str, stamp: int, by: Actor, at: datetime) -> int:
    """Bring back the draft as it was before the last change; once more brings the change back.

    Raises StaleDraft, NothingHere, NotInYourRole.
    """
    row, kept = seen(person, stamp, by)
    if row is None or kept.before is None:
        return stamp
    return _write(person, row, Kept(kept.before, kept.draft), None, by=by, at=at)


@transaction.atomic
def discard_draft(*, person: str, stamp: int, by: Actor, at: datetime) -> None:
    """Throw the draft away; its text is not kept.  Raises StaleDraft, NothingHere, NotInYourRole."""
    row, kept = seen(person, stamp, by)
    if row is None or kept.draft is None:
        return
    end_draft(row, by=by, at=at)
    diary.write("plan.draft_discarded", person=person, by=by.username, at=at)


def seen(person: str, stamp: int, by: Actor) -> tuple[PlanDraft | None, Kept]:
    """The row with that stamp, locked, and what it holds; two who act at once take turns.

    Raises StaleDraft, NothingHere, NotInYourRole.
    """
    demand(by, May.PLAN, Subject.PERSON, person)
    holder = locked_person(person)
    row = PlanDraft.objects.filter(person=holder).first()
    if row is None:
        return None, Kept()
    kept = from_kept(row.content)
    if row.stamp != stamp:
        name = called([row.saved_by]).get(row.saved_by, row.saved_by)
        raise StaleDraft(kept.draft, name, row.saved_at, row.stamp)
    return row, kept


def end_draft(row: PlanDraft, *, by: Actor, at: datetime) -> None:
    """Leave the stamp, so that no form from before can write, and nothing of the text."""
    _change(row, Kept(), "", by=by, at=at)


def _write(
    person: str, row: PlanDraft | None, kept: Kept, supersedes: str | None, *, by: Actor, at: datetime
) -> int:
    if row is not None:
        _change(row, kept, row.supersedes if supersedes is None else supersedes, by=by, at=at)
        return row.stamp + 1
    made = PlanDraft.objects.create(
        person=locked_person(person),
        content=as_kept(kept),
        supersedes=supersedes or "",
        saved_at=at,
        saved_by=by.username,
    )
    return made.stamp


def _change(row: PlanDraft, kept: Kept, supersedes: str, *, by: Actor, at: datetime) -> None:
    # Conditional as well as locked: a database without row locks must not let two write the same stamp.
    changed = PlanDraft.objects.filter(pk=row.pk, stamp=row.stamp).update(
        content=as_kept(kept),
        stamp=row.stamp + 1,
        supersedes=supersedes,
        saved_at=at,
        saved_by=by.username,
    )
    if not changed:
        now = PlanDraft.objects.get(pk=row.pk)
        raise StaleDraft(from_kept(now.content).draft, now.saved_by, now.saved_at, now.stamp)
