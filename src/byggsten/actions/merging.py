"""Two records of one person become one to read; nothing is moved, so that it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.duty import refresh
from byggsten.actions.merge_checks import refuse_merging
from byggsten.actions.merge_hiding import keep_hidden
from byggsten.domain.dates import Week
from byggsten.queries.merged import one_person, roots_of
from byggsten.records.models import Merge, NotTheSame, Person, WeekLedger

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from byggsten.access.actors import Actor


@transaction.atomic
def merge(*, kept: str, absorbed: str, by: Actor, at: datetime) -> None:
    """Let ``absorbed`` be read as ``kept`` from now on.

    Raises CannotMerge, OverlappingPlans, NothingHere, NotInYourRole.
    """
    one, other = _both(kept, absorbed, by)
    refuse_merging(one, other, by)
    Merge.objects.create(kept=one, absorbed=other, by=by.username, at=at)
    _resolve(one, other)
    for reference, facts in ((kept, {"absorbed": absorbed}), (absorbed, {"kept": kept})):
        diary.write("person.merged", person=reference, by=by.username, at=at, **facts)
    _recount((kept,), by=by, at=at)


@transaction.atomic
def undo_merge(*, absorbed: str, by: Actor, at: datetime) -> str:
    """Let the record be one of its own again, and return the one that it was merged into.

    Raises NothingHere (also when it is not merged), NotInYourRole.
    """
    by.demand(May.CHANGE_PERSON)
    row = (
        Merge.objects.select_for_update(of=("self",))
        .select_related("kept", "absorbed", "absorbed__merged_into")
        .filter(absorbed__reference=absorbed, undone_at__isnull=True)
        .first()
    )
    if row is None or row.absorbed.merged_into is None:
        raise NothingHere
    read_as = row.absorbed.merged_into
    demand(by, May.CHANGE_PERSON, Subject.PERSON, read_as.reference)
    keep_hidden(row.absorbed, read_as, by=by, at=at)
    # The clocks of two servers may differ; nothing is undone before it was done.
    Merge.objects.filter(pk=row.pk).update(undone_by=by.username, undone_at=max(at, row.at))
    _resolve(read_as, row.absorbed)
    for reference, facts in (
        (read_as.reference, {"absorbed": absorbed}),
        (absorbed, {"kept": read_as.reference}),
    ):
        diary.write("person.merge_undone", person=reference, by=by.username, at=at, **facts)
    _recount((read_as.reference, absorbed), by=by, at=at)
    return read_as.reference


@transaction.atomic
def not_the_same(*, one: str, other: str, by: Actor, at: datetime) -> bool:
    """Remember that the two are two people; False: somebody had said so already.

    Raises NothingHere, NotInYourRole.
    """
    first, second = sorted(_both(one, other, by), key=lambda row: row.pk)
    _, new = NotTheSame.objects.get_or_create(one=first, other=second, defaults={"by": by.username, "at": at})
    if new:
        _note_both("person.not_the_same", first, second, by=by, at=at)
    return new


@transaction.atomic
def take_back_not_the_same(*, one: str, other: str, by: Actor, at: datetime) -> bool:
    """Forget that somebody said that they are two people; False: nobody had.

    Raises NothingHere, NotInYourRole.
    """
    first, second = sorted(_both(one, other, by), key=lambda row: row.pk)
    gone, _ = NotTheSame.objects.filter(one=first, other=second).delete()
    if gone:
        _note_both("person.not_the_same_taken_back", first, second, by=by, at=at)
    return bool(gone)


def _both(one: str, other: str, by: Actor) -> tuple[Person, Person]:
    """The rows, held until the transaction ends so that two who answer at once take turns."""
    for reference in (one, other):
        demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    rows = Person.objects.select_for_update().filter(reference__in=(one, other)).order_by("pk")
    found = {row.reference: row for row in rows}
    # Asked again now that the rows are held: another may have merged one of them meanwhile.
    for reference in (one, other):
        demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    return found[one], found[other]


def _resolve(*touched: Person) -> None:
    """Let every record under those touched point straight at the one that it is read as."""
    roots = roots_of(Merge.objects.filter(undone_at__isnull=True).values_list("absorbed_id", "kept_id"))
    for row in Person.objects.filter(Q(pk__in=[t.pk for t in touched]) | Q(merged_into__in=touched)):
        if row.merged_into_id != roots.get(row.pk):
            Person.objects.filter(pk=row.pk).update(merged_into=roots.get(row.pk))


def _note_both(code: str, one: Person, other: Person, *, by: Actor, at: datetime) -> None:
    for row, beside in ((one, other), (other, one)):
        diary.write(code, person=row.reference, by=by.username, at=at, other=beside.reference)


def _recount(references: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Refresh the weeks that are stored for any of the records, which now hold other hours."""
    kin = {name for reference in references for name in one_person(reference)}
    mondays = WeekLedger.objects.filter(person__reference__in=kin).values_list("monday", flat=True)
    refresh(references, {Week.of(monday) for monday in mondays}, on=by.on, at=at)
