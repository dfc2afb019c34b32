"""Record how a person is reached and who answers for a child; a change keeps what was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.actions.replacing import Told, replace
from byggsten.domain.dates import Period
from byggsten.domain.reception import Guard, GuardianKind
from byggsten.records.models import Contact, Guardianship, Person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.actions.counts import Counts
    from byggsten.domain.reception import Reach

GUARD_KEY = ("child_id", "kind", "guardian_id", "guardian_name", "first_day")


@transaction.atomic
def change_reach(reference: str, reach: Reach, *, by: Actor, at: datetime) -> Counts:
    """Write how the person is reached from now on.  Raises NothingHere, NotInYourRole, TooLong."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    return record_reach(reference, reach, by=by.username, at=at)


def record_reach(reference: str, reach: Reach, *, by: str, at: datetime) -> Counts:
    """The same for a file and for one who is just received."""
    return record_reaches({reference: reach}, by=by, at=at)


def record_reaches(reaches: Mapping[str, Reach], *, by: str, at: datetime) -> Counts:
    """The same for many people at once."""
    ids = ids_of(Person, reaches)
    told = [
        Told(
            (ids[reference],),
            {
                "way": reach.way.value,
                "phone": reach.phone,
                "email": reach.email,
                "address": reach.address,
                "note": reach.note,
            },
            at,
        )
        for reference, reach in reaches.items()
    ]
    counts = replace(Contact, ("person_id",), told, by=by)
    if counts.written:
        about = next(iter(reaches)) if len(reaches) == 1 else ""
        diary.write("contact.recorded", person=about, by=by, at=at, written=counts.written)
    return counts


@transaction.atomic
def change_guards(guards: Sequence[Guard], *, by: Actor, at: datetime) -> Counts:
    """Write who answers for children.  Raises NothingHere for a child or guardian one may not see."""
    for guard in guards:
        demand(by, May.CHANGE_PERSON, Subject.PERSON, guard.child)
        if guard.guardian:
            demand(by, May.SEE_PERSON, Subject.PERSON, guard.guardian)
    return record_guards(guards, by=by.username, at=at)


@transaction.atomic
def end_guard(child: str, guardianship: int, *, last_day: date, by: Actor, at: datetime) -> None:
    """Let somebody answer for the child no longer than to a day.  Raises NothingHere, Refusal."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, child)
    row = (
        Guardianship.objects.select_related("guardian")
        .filter(pk=guardianship, child__reference=child, replaced_at__isnull=True)
        .first()
    )
    if row is None:
        raise NothingHere
    guardian = row.guardian.reference if row.guardian else ""
    period = Period(row.first_day, last_day)
    told = Guard(child, GuardianKind(row.kind), period, guardian, row.guardian_name)
    record_guards([told], by=by.username, at=at)


def record_guards(guards: Sequence[Guard], *, by: str, at: datetime) -> Counts:
    """The same for a file and for a family that is just received.  Raises UnknownReference."""
    ids = ids_of(Person, {g.child for g in guards} | {g.guardian for g in guards if g.guardian})
    told = [
        Told(
            (
                ids[g.child],
                g.kind.value,
                ids[g.guardian] if g.guardian else None,
                g.guardian_name,
                g.period.first_day,
            ),
            {"last_day": g.period.last_day},
            at,
        )
        for g in guards
    ]
    counts = replace(Guardianship, GUARD_KEY, told, by=by)
    if counts.written:
        children = list(dict.fromkeys(guard.child for guard in guards))
        about = children[0] if len(children) == 1 else ""
        diary.write("guardianship.recorded", person=about, by=by, at=at, written=counts.written)
    return counts


def among_recorded(guards: Sequence[Guard]) -> list[Guard]:
    """Those about children who are recorded; the row of one who is not has been refused already."""
    known = set(
        Person.objects.filter(reference__in={g.child for g in guards}).values_list("reference", flat=True)
    )
    return [guard for guard in guards if guard.child in known]
