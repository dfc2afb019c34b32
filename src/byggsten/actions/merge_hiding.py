"""A record that is let go from a merge is seen by nobody who did not see the person before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from byggsten.actions import diary
from byggsten.actions.merge_checks import protection_of
from byggsten.actions.staff import assign, keep_within_reach
from byggsten.domain.people import Protection
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor


def keep_hidden(released: Person, read_as: Person, *, by: Actor, at: datetime) -> None:
    """Give the record the strongest protection of those it was read with, and then their caseworker too.

    Also the unit, when the person has moved to another meanwhile.
    """
    strongest = protection_of(read_as)
    if strongest is Protection.NONE:
        return
    before = (released.protection, released.unit_id)
    if before != (strongest.value, read_as.unit_id):
        Person.objects.filter(pk=released.pk).update(
            protection=strongest.value, unit_id=read_as.unit_id, stamp=F("stamp") + 1
        )
        diary.write(
            "person.changed", person=released.reference, by=by.username, at=at, columns=["protection"]
        )
    answers = Assignment.objects.filter(
        person=read_as, last_day__isnull=True, caseworker__user__is_active=True
    )
    caseworker = answers.values_list("caseworker__user__username", flat=True).first()
    if caseworker is not None:
        assign([released.reference], caseworker=caseworker, first_day=by.on, by=by.username, at=at)
    keep_within_reach([released.reference], by=by, at=at)
