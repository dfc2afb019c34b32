"""What becomes of a partner's notice, so that it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand, visible
from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.actions.merge_checks import protection_of
from byggsten.actions.reception_notice_refusals import NoticeIsHandled, NoticeIsProtected
from byggsten.domain.people import Protection
from byggsten.records.models import PartnerNotice, Person, Unit

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.reception import NoticeOutcome


@transaction.atomic
def settle_notice(pk: int, *, outcome: NoticeOutcome, by: Actor, at: datetime, person: str = "") -> None:
    """Say what became of a notice.  Raises NothingHere, NotInYourRole, NoticeIsHandled."""
    row = _seen(pk, by)
    if person:
        demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    about = ids_of(Person, [person])[person] if person else None
    handled = PartnerNotice.objects.filter(pk=row.pk, outcome="").update(
        outcome=outcome.value, person_id=about, handled_at=at, handled_by=by.username
    )
    if not handled:
        raise NoticeIsHandled
    diary.write("notice.handled", person=person, by=by.username, at=at, notice=row.pk, outcome=outcome.value)


@transaction.atomic
def reopen_notice(pk: int, *, by: Actor, at: datetime) -> None:
    """Let a handled notice wait again; who was registered stays registered.

    Raises NoticeIsProtected, NothingHere, NotInYourRole.
    """
    row = _seen(pk, by)
    if not row.outcome:
        return
    person = row.person.reference if row.person else ""
    if row.person is not None:
        demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
        if protection_of(row.person) is not Protection.NONE:
            raise NoticeIsProtected
    PartnerNotice.objects.filter(pk=row.pk).update(outcome="", person=None, handled_at=None, handled_by="")
    diary.write("notice.reopened", person=person, by=by.username, at=at, notice=row.pk, outcome=row.outcome)


def _seen(pk: int, by: Actor) -> PartnerNotice:
    by.demand(May.RECEIVE)
    row = PartnerNotice.objects.filter(pk=pk, unit__in=visible(by, May.RECEIVE, Unit)).first()
    if row is None:
        raise NothingHere
    return row
