"""The coordinator writes activities, publishes them, closes them and opens them again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from anyascii import anyascii
from django.db import transaction

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.catalogue_rows import columns_of, write_effects
from byggsten.actions.catalogue_stamps import seen
from byggsten.actions.lookups import ids_of
from byggsten.domain.catalogue import publish
from byggsten.domain.planning import Publication
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.catalogue_entries import entry_of
from byggsten.queries.catalogue_seats import people_in
from byggsten.records.models import Activity, Provider

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.catalogue import ActivityDraft
    from byggsten.queries.catalogue_entries import Entry


class InPlans(Refusal):
    """People have places in the activity, so it can be closed but not made a draft again."""


class WrongState(Refusal):
    """The activity is not where the act begins."""


@transaction.atomic
def create_activity(draft: ActivityDraft, *, by: Actor, at: datetime) -> str:
    """Write a new draft and say what it is called; the draft's own reference is not used.

    Raises Unkept, TooLong, UnknownReference (the provider), NotInYourRole.
    """
    by.demand(May.EDIT_CATALOGUE)
    columns = columns_of(draft, ids_of(Provider, [draft.provider])[draft.provider])
    reference = _free(draft.name)
    row = Activity.objects.create(reference=reference, publication=Publication.DRAFT.value, **columns)
    write_effects(row.pk, draft.effects)
    diary.write("activity.drafted", by=by.username, at=at, activity=reference)
    return reference


@transaction.atomic
def change_activity(draft: ActivityDraft, *, stamp: int, by: Actor, at: datetime) -> None:
    """Write what the draft says; its groups are left as they are.

    What people have in their plans may not become a draft by the back door: a published activity that would
    lack something is refused with all of it.
    Raises StaleActivity, NotReady, Unkept, TooLong, UnknownReference, NothingHere, NotInYourRole.
    """
    demand(by, May.EDIT_CATALOGUE, Subject.ACTIVITY, draft.reference)
    known = _entry(draft.reference)
    columns = columns_of(draft, ids_of(Provider, [draft.provider])[draft.provider])
    if known.publication is Publication.PUBLISHED:
        publish(replace(draft, groups=known.draft.groups))
    row = seen(draft.reference, stamp, **columns)
    write_effects(row.pk, draft.effects)
    diary.write("activity.changed", by=by.username, at=at, activity=draft.reference)


@transaction.atomic
def publish_activity(reference: str, *, stamp: int, by: Actor, at: datetime) -> None:
    """Let plans use it; a closed one is opened again the same way.

    Raises NotReady with all that is missing, StaleActivity, WrongState, NothingHere, NotInYourRole.
    """
    demand(by, May.EDIT_CATALOGUE, Subject.ACTIVITY, reference)
    known = _entry(reference)
    _refuse_state(known, Publication.DRAFT, Publication.CLOSED)
    publish(known.draft)
    seen(
        reference,
        stamp,
        publication=Publication.PUBLISHED.value,
        published_at=at,
        published_by=by.username,
    )
    code = "activity.published" if known.publication is Publication.DRAFT else "activity.reopened"
    diary.write(code, by=by.username, at=at, activity=reference)


@transaction.atomic
def close_activity(reference: str, *, stamp: int, by: Actor, at: datetime) -> int:
    """Let no new plan use it, and say how many people have a place in it today or later; they keep it.

    Raises StaleActivity, WrongState, NothingHere, NotInYourRole.
    """
    demand(by, May.EDIT_CATALOGUE, Subject.ACTIVITY, reference)
    _refuse_state(_entry(reference), Publication.PUBLISHED)
    seen(reference, stamp, publication=Publication.CLOSED.value)
    people = people_in(reference, by.on)
    diary.write("activity.closed", by=by.username, at=at, activity=reference, people=people)
    return people


@transaction.atomic
def unpublish_activity(reference: str, *, stamp: int, by: Actor, at: datetime) -> None:
    """Make it a draft again, as if it had never been published; only while nobody has it in a plan.

    Raises InPlans, StaleActivity, WrongState, NothingHere, NotInYourRole.
    """
    demand(by, May.EDIT_CATALOGUE, Subject.ACTIVITY, reference)
    _refuse_state(_entry(reference), Publication.PUBLISHED, Publication.CLOSED)
    if people_in(reference, None):
        raise InPlans(
            Text(N_("Aktiviteten finns i planer och kan inte bli utkast igen. Stäng den i stället."))
        )
    seen(reference, stamp, publication=Publication.DRAFT.value, published_at=None, published_by="")
    diary.write("activity.unpublished", by=by.username, at=at, activity=reference)


def _entry(reference: str) -> Entry:
    found = entry_of(reference)
    if found is None:
        raise NothingHere
    return found


def _refuse_state(entry: Entry, *wanted: Publication) -> None:
    if entry.publication not in wanted:
        sentence = N_("Det går inte: aktiviteten är redan ändrad. Ladda om sidan och se hur den står.")
        raise WrongState(Text(sentence))


def _free(name: str) -> str:
    """A reference that nobody has, made of the name."""
    words = "".join(sign if sign.isalnum() else " " for sign in anyascii(name).lower()).split()
    stem = "-".join(words)[:48].strip("-") or "aktivitet"
    taken = set(Activity.objects.filter(reference__startswith=stem).values_list("reference", flat=True))
    return next(
        found for n in range(1, len(taken) + 2) if (found := f"{stem}-{n}" if n > 1 else stem) not in taken
    )
