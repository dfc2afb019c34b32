"""The coordinator writes the groups of an activity: seats, place, teacher and the weekly times."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.catalogue_rows import Unkept
from byggsten.actions.catalogue_slots import refuse_busy_teacher, write_slots
from byggsten.actions.catalogue_stamps import seen
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.lookups import ids_of
from byggsten.domain.catalogue import publish
from byggsten.domain.catalogue.collisions import refuse_collisions
from byggsten.domain.planning import Publication
from byggsten.domain.texts import N_, Text
from byggsten.queries.catalogue_entries import entry_of
from byggsten.records.models import Activity, Group, Place, StaffMember
from byggsten.records.models.staff import Role

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.catalogue import ActivityDraft, GroupDraft

MOST_SEATS = 9_999


@transaction.atomic
def save_group(
    activity: str, draft: GroupDraft, *, stamp: int, by: Actor, at: datetime, teacher: str = ""
) -> str:
    """Write a group and its weekly times, and say what it is called; without a reference it is a new one.

    ``stamp`` is the activity's: a group belongs to what one reads together.
    Raises StaleActivity, NotReady, Collision, BusyTeacher, Unkept, UnknownReference, NothingHere,
    NotInYourRole.
    """
    demand(by, May.EDIT_CATALOGUE, Subject.ACTIVITY, activity)
    known = entry_of(activity)
    if known is None or (draft.reference and draft.reference not in _references(known.draft)):
        raise NothingHere
    columns = group_columns(draft)
    teacher_id = _teacher(teacher)
    reference = draft.reference or _free(activity)
    told = replace(draft, reference=reference)
    refuse_collisions(told.slots)
    refuse_busy_teacher(reference, told.slots, teacher_id)
    if known.publication is Publication.PUBLISHED:
        publish(_with(known.draft, told))
    row = seen(activity, stamp)
    group, new = Group.objects.update_or_create(
        reference=reference, activity=row, defaults=columns | {"teacher_id": teacher_id}
    )
    write_slots(group.pk, told.slots, by.on)
    diary.write("group.written", by=by.username, at=at, activity=activity, group=reference, new=new)
    return reference


def group_columns(draft: GroupDraft) -> dict[str, Any]:
    """The columns of the group's own row, without its teacher.  Raises Unkept, TooLong, UnknownReference."""
    columns = {
        "name": draft.name.strip(),
        "place_id": ids_of(Place, [draft.place])[draft.place] if draft.place else None,
        "capacity": draft.capacity,
        "language": draft.language,
        "first_day": draft.first_day,
        "last_day": draft.last_day,
    }
    refuse_too_long(Group, columns)
    if not columns["name"]:
        raise Unkept("name", Text(N_("Skriv vad gruppen heter.")))
    if draft.capacity is not None and not 0 <= draft.capacity <= MOST_SEATS:
        sentence = N_("En grupp har 0 till %(most)s platser.")
        raise Unkept("capacity", Text(sentence, {"most": MOST_SEATS}))
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        raise Unkept("last_day", Text(N_("Sista dagen är före den första. Byt plats på dagarna.")))
    return columns


def _references(draft: ActivityDraft) -> set[str]:
    return {group.reference for group in draft.groups}


def _with(draft: ActivityDraft, group: GroupDraft) -> ActivityDraft:
    others = tuple(one for one in draft.groups if one.reference != group.reference)
    return replace(draft, groups=(*others, group))


def _teacher(username: str) -> int | None:
    if not username:
        return None
    key = ids_of(StaffMember, [username])[username]
    if StaffMember.objects.get(pk=key).role != Role.TEACHER.value:
        raise Unkept("teacher", Text(N_("Välj någon som är lärare.")))
    return key


def _free(activity: str) -> str:
    taken = set(
        Group.objects.filter(reference__startswith=f"{activity[:56]}-").values_list("reference", flat=True)
    )
    number = Activity.objects.get(reference=activity).groups.count() + 1
    while (found := f"{activity[:56]}-{number}") in taken:
        number += 1
    return found
