"""Take in activities from other catalogues; one that does not say everything is a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from byggsten.actions import diary
from byggsten.actions.catalogue_groups import group_columns
from byggsten.actions.catalogue_places import add_unknown
from byggsten.actions.catalogue_rows import columns_of, write_activity, write_effects
from byggsten.actions.catalogue_slots import write_slots
from byggsten.actions.catalogue_told import completed, joined, plain, same
from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.lookups import ids_of
from byggsten.domain.catalogue import missing, publish
from byggsten.domain.catalogue.collisions import refuse_collisions
from byggsten.domain.planning import Publication
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.catalogue_entries import entries
from byggsten.records.models import Activity, Group, Provider, ScheduleSlot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.domain import organisations
    from byggsten.domain.catalogue import ActivityDraft, GroupDraft, Slot
    from byggsten.queries.catalogue_entries import Entry


class AnothersGroup(Refusal):
    """A group belongs to another activity here than in the file."""


@dataclass(frozen=True, slots=True)
class Told:
    """An activity as another catalogue tells it, with the provider and the places that it names.

    ``publication`` is what the other catalogue says; it is followed only as far as the activity says enough.
    ``flags`` False: it does not say whether it is own time, a project, or counted in the duty.
    """

    draft: ActivityDraft
    provider: organisations.Provider
    places: tuple[organisations.Place, ...] = ()
    publication: Publication = Publication.DRAFT
    flags: bool = True


@transaction.atomic
def take_in_activities(told: Sequence[Told], *, by: str, at: datetime) -> Counts:
    """Write what is new or different; groups that the file does not name are left as they are.

    A known activity is never closed or made a draft by a file, and a published one is never emptied.
    Raises NotReady, Unkept, TooLong, Collision, AnothersGroup.
    """
    add_unknown([one.provider for one in told], [place for one in told for place in one.places])
    names = [one.draft.reference for one in told]
    known = {entry.draft.reference: entry for entry in entries(Activity.objects.filter(reference__in=names))}
    today, counts = timezone.localtime(at).date(), Counts()
    for one in told:
        draft = plain(one.draft)
        for group in draft.groups:
            refuse_collisions(group.slots)
        entry = known.get(draft.reference)
        if entry is not None:
            draft = completed(entry.draft, draft, flags=one.flags)
        if entry is None:
            counts += _create(replace(one, draft=draft), by, at)
        elif same(entry.draft, draft, today) and not _to_publish(entry, one, draft):
            counts += Counts(unchanged=1)
        else:
            counts += _change(entry, replace(one, draft=draft), by, at)
    if counts.written:
        diary.write("catalogue.taken_in", by=by, at=at, created=counts.created, changed=counts.changed)
    return counts


def _to_publish(entry: Entry, told: Told, draft: ActivityDraft) -> bool:
    drafted = entry.publication is Publication.DRAFT
    return drafted and told.publication is Publication.PUBLISHED and not missing(joined(entry.draft, draft))


def _create(told: Told, by: str, at: datetime) -> Counts:
    draft = told.draft
    publication = Publication.DRAFT if missing(draft) else told.publication
    columns = columns_of(draft, ids_of(Provider, [draft.provider])[draft.provider])
    columns |= {"publication": publication.value, "reference": draft.reference}
    if publication is not Publication.DRAFT:
        publish(draft)
        columns |= {"published_at": at, "published_by": by}
    row = Activity.objects.create(**columns)
    write_effects(row.pk, draft.effects)
    _write_groups(row.pk, draft.groups, at)
    return Counts(created=1)


def _change(entry: Entry, told: Told, by: str, at: datetime) -> Counts:
    draft = joined(entry.draft, told.draft)
    columns = columns_of(draft, ids_of(Provider, [draft.provider])[draft.provider])
    if entry.publication is Publication.PUBLISHED:
        publish(draft)
    elif _to_publish(entry, told, told.draft):
        published = Publication.PUBLISHED.value
        columns |= {"publication": published, "published_at": at, "published_by": by}
    row = Activity.objects.get(reference=draft.reference)
    write_activity(row, columns, draft.effects)
    _write_groups(row.pk, told.draft.groups, at)
    return Counts(changed=1)


def _write_groups(activity: int, groups: Sequence[GroupDraft], at: datetime) -> None:
    known = {row.reference: row for row in Group.objects.filter(reference__in=[g.reference for g in groups])}
    fresh = []
    for group in groups:
        row = known.get(group.reference)
        if row is None:
            fresh.append(group)
            continue
        if row.activity_id != activity:
            sentence = N_(
                "Gruppen %(group)s hör till en annan aktivitet här. Ge den en annan beteckning i filen."
            )
            raise AnothersGroup(Text(sentence, {"group": group.reference}))
        Group.objects.filter(pk=row.pk).update(**group_columns(group))
        write_slots(row.pk, group.slots, timezone.localtime(at).date(), keep=False)
    for group in fresh:
        refuse_too_long(Group, {"reference": group.reference})
    rows = [Group(reference=g.reference, activity_id=activity, **group_columns(g)) for g in fresh]
    Group.objects.bulk_create(rows, batch_size=400)
    slots = [_slot(row, slot) for row, group in zip(rows, fresh, strict=True) for slot in group.slots]
    ScheduleSlot.objects.bulk_create(slots, batch_size=400)


def _slot(group: Group, slot: Slot) -> ScheduleSlot:
    return ScheduleSlot(
        group=group,
        weekday=slot.weekday,
        start=slot.start,
        minutes=slot.minutes,
        first_day=slot.period.first_day,
        last_day=slot.period.last_day,
    )
