"""What partners tell about people who have come: taken in once, and handled so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand, visible
from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.lookups import ids_of
from byggsten.domain.reception import NoticeOutcome
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import PartnerNotice, Person, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.people import PersonalNumber
    from byggsten.domain.reception import NoticeSender


class NoticeIsHandled(Refusal):
    """Somebody has already said what became of the notice."""

    def __init__(self) -> None:
        super().__init__(N_("Aviseringen är redan hanterad. Öppna den igen för att se hur, eller ångra det."))


@dataclass(frozen=True, slots=True)
class Notice:
    """What a partner tells; ``message`` is the partner's own name of it."""

    sender: NoticeSender
    message: str
    received_on: date
    given_name: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)
    number: PersonalNumber | None = None
    born: date | None = None
    language: str = ""
    words: str = field(default="", repr=False)


@transaction.atomic
def tell_notice(notice: Notice, *, by: Actor, at: datetime) -> int:
    """Write down a notice that came by telephone or on paper; the same one twice is one."""
    unit = Unit.objects.filter(pk=by.unit_id or 0).values_list("name", flat=True).first() or ""
    demand(by, May.RECEIVE, Subject.UNIT, unit)
    record_notices([notice], unit=unit, by=by.username, at=at)
    row = PartnerNotice.objects.get(sender=notice.sender.value, message=notice.message)
    return int(row.pk)


@transaction.atomic
def record_notices(notices: Sequence[Notice], *, unit: str, by: str, at: datetime) -> Counts:
    """Take in notices to a unit; one that is told again otherwise is brought up to date while it waits.

    Raises UnknownReference (the unit), TooLong, NoticeIsHandled.
    """
    unit_id = ids_of(Unit, [unit])[unit]
    known = {
        (row.sender, row.message): row
        for row in PartnerNotice.objects.filter(message__in={n.message for n in notices})
    }
    created = changed = unchanged = 0
    for notice in {(n.sender.value, n.message): n for n in notices}.values():
        columns = _columns(notice, unit_id)
        refuse_too_long(PartnerNotice, {"message": notice.message, **columns})
        row = known.get((notice.sender.value, notice.message))
        if row is None:
            PartnerNotice.objects.create(
                sender=notice.sender.value, message=notice.message, **columns, recorded_at=at, recorded_by=by
            )
            created += 1
        elif all(getattr(row, name) == value for name, value in columns.items()):
            unchanged += 1
        elif row.outcome:
            sentence = N_("Aviseringen %(message)s är redan hanterad. Skicka ändringen som en ny avisering.")
            raise Refusal(Text(sentence, {"message": notice.message}))
        else:
            PartnerNotice.objects.filter(pk=row.pk).update(**columns)
            changed += 1
    if created or changed:
        diary.write("notices.recorded", by=by, at=at, created=created, changed=changed, unit=unit)
    return Counts(created, changed, unchanged)


def _columns(notice: Notice, unit_id: int) -> dict[str, object]:
    return {
        "unit_id": unit_id,
        "received_on": notice.received_on,
        "given_name": notice.given_name,
        "family_name": notice.family_name,
        "number": notice.number.reveal() if notice.number else "",
        "born": notice.born,
        "language": notice.language,
        "words": notice.words,
    }


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
    """Let a handled notice wait again; who was registered stays registered."""
    row = _seen(pk, by)
    if not row.outcome:
        return
    person = row.person.reference if row.person else ""
    if person:
        demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    PartnerNotice.objects.filter(pk=row.pk).update(outcome="", person=None, handled_at=None, handled_by="")
    diary.write("notice.reopened", person=person, by=by.username, at=at, notice=row.pk, outcome=row.outcome)


def _seen(pk: int, by: Actor) -> PartnerNotice:
    by.demand(May.RECEIVE)
    row = PartnerNotice.objects.filter(pk=pk, unit__in=visible(by, May.RECEIVE, Unit)).first()
    if row is None:
        raise NothingHere
    return row
