"""What partners tell about people who have come: taken in once, and never another unit's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand, visible
from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.lookups import ids_of
from byggsten.actions.reception_notice_refusals import NoticeCannotBeNoted, NoticeIsNoted
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import PartnerNotice, Person, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.people import PersonalNumber
    from byggsten.domain.reception import NoticeSender


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
    """Write down a notice that came by telephone or on paper; the same one twice is one.

    What is written is never changed by hand.  Raises NoticeIsNoted, NoticeCannotBeNoted, TooLong,
    NothingHere, NotInYourRole.
    """
    unit = Unit.objects.filter(pk=by.unit_id or 0).values_list("name", flat=True).first() or ""
    demand(by, May.RECEIVE, Subject.UNIT, unit)
    named = PartnerNotice.objects.filter(sender=notice.sender.value, message=notice.message)
    row = named.first()
    if row is not None:
        about = Q(person__isnull=True) | Q(person__in=visible(by, May.SEE_PERSON, Person))
        if not named.filter(about, unit_id=by.unit_id or 0).exists():
            raise NoticeCannotBeNoted
        if _differs(row, _columns(notice, row.unit_id)):
            raise NoticeIsNoted(int(row.pk))
        return int(row.pk)
    record_notices([notice], unit=unit, by=by.username, at=at)
    return int(named.get().pk)


@transaction.atomic
def record_notices(notices: Sequence[Notice], *, unit: str, by: str, at: datetime) -> Counts:
    """Take in notices to a unit; one that is told again otherwise is brought up to date while it waits.

    Another unit's notice is never touched.
    Raises UnknownReference (the unit), TooLong, NoticeIsHandled, NoticeCannotBeNoted.
    """
    unit_id = ids_of(Unit, [unit])[unit]
    told = [
        _record(notice, unit_id, by=by, at=at)
        for notice in {(n.sender.value, n.message): n for n in notices}.values()
    ]
    counts = sum(told, Counts())
    if counts.written:
        diary.write(
            "notices.recorded", by=by, at=at, created=counts.created, changed=counts.changed, unit=unit
        )
    return counts


def _record(notice: Notice, unit_id: int, *, by: str, at: datetime) -> Counts:
    columns = _columns(notice, unit_id)
    refuse_too_long(PartnerNotice, {"message": notice.message, **columns})
    row, new = PartnerNotice.objects.get_or_create(
        sender=notice.sender.value,
        message=notice.message,
        defaults={**columns, "recorded_at": at, "recorded_by": by},
    )
    if new:
        return Counts(created=1)
    if row.unit_id != unit_id:
        raise NoticeCannotBeNoted
    if not _differs(row, columns):
        return Counts(unchanged=1)
    # Asked and written at once, so that one that is handled meanwhile is not changed.
    if not PartnerNotice.objects.filter(pk=row.pk, unit_id=unit_id, outcome="").update(**columns):
        sentence = N_("Aviseringen %(message)s är redan hanterad. Skicka ändringen som en ny avisering.")
        raise Refusal(Text(sentence, {"message": notice.message}))
    return Counts(changed=1)


def _differs(row: PartnerNotice, columns: Mapping[str, object]) -> bool:
    return any(getattr(row, name) != value for name, value in columns.items())


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
