"""A teacher marks the register of a session; a changed mark is a new link, never an erasure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.accounts import row_of
from byggsten.actions.attendance import refuse_unknown_reason
from byggsten.actions.duty import refresh
from byggsten.domain import attendance as domain
from byggsten.domain.attendance import Witness
from byggsten.domain.dates import Minutes, Week, weeks_between
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.registers import expected
from byggsten.queries.rules import rules_here
from byggsten.records.models import Account, MarkReason, Session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor

SOURCE = "register"
# A routine of the house, not law: a mark is corrected freely while the memory is fresh.
FREE_DAYS = 14


class ClosedRegister(Refusal):
    """The register of this session cannot be marked."""


class LateChange(Refusal):
    """A mark is changed after the free days without saying why."""


class NotInRegister(Refusal):
    """The person had no place in the group that day."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of the session the person was there, in minutes; ``reason`` is why the rest was missed."""

    person: str
    attended: Minutes
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """Whose marks were written, and how many stood already."""

    written: tuple[str, ...]
    unchanged: int


@transaction.atomic
def mark_register(*, session: str, marks: Sequence[Mark], by: Actor, at: datetime, why: str = "") -> Marked:
    """Write the marks that differ from those that stand, and refresh the weeks that they touch.

    ``why`` is demanded when a mark is changed more than FREE_DAYS after the session.
    Raises ClosedRegister, LateChange, NotInRegister, UnknownReason, NothingHere, NotInYourRole.
    """
    demand(by, May.MARK_REGISTER, Subject.SESSION, session)
    row = Session.objects.select_for_update().select_related("group").get(reference=session)
    _refuse_closed(row, by.on)
    people = expected(session)
    standing = _standing(row)
    written, rows = [], []
    for mark in marks:
        if mark.person not in people:
            raise NotInRegister(
                Text(
                    N_("Personen «%(person)s» har ingen plats i gruppen den dagen. Ladda om sidan."),
                    {"person": mark.person},
                )
            )
        link, last = standing.get(mark.person, (0, None))
        account = _account(row, mark, link, by=by, at=at)
        refuse_unknown_reason(account, row.day, rules_here().reasons)
        if last == (account.attended, account.absent, account.reason):
            continue
        if last is not None and (by.on - row.day).days > FREE_DAYS and not why.strip():
            raise LateChange(
                Text(
                    N_("Tillfället var för mer än %(days)s dagar sedan. Skriv varför uppgiften ändras."),
                    {"days": FREE_DAYS},
                )
            )
        rows.append(row_of(account, people[mark.person], row.pk, at))
        written.append(mark.person)
    Account.objects.bulk_create(rows)
    if why.strip():
        MarkReason.objects.bulk_create([MarkReason(account=account, words=why.strip()) for account in rows])
    if written:
        diary.write("register.marked", by=by.username, at=at, session=session, people=written)
        refresh(written, affected(row.day, by.on), on=by.on, at=at)
    return Marked(tuple(written), len(marks) - len(written))


def affected(day: date, on: date) -> tuple[Week, ...]:
    """The weeks that an hour on the day can change: its own, and later ones that look back at it."""
    return weeks_between(Week.of(day), max(Week.of(day), Week.of(on)))


def _account(row: Session, mark: Mark, link: int, *, by: Actor, at: datetime) -> domain.Account:
    if not 0 <= mark.attended <= row.minutes:
        raise ClosedRegister(
            Text(
                N_("Tillfället är %(minutes)s minuter. Ange närvaro från 0 till %(minutes)s minuter."),
                {"minutes": row.minutes},
            )
        )
    absent = Minutes(row.minutes - mark.attended)
    return domain.Account(
        source=SOURCE,
        message=f"{row.reference}/{mark.person}/{link + 1}",
        session=row.reference,
        person=mark.person,
        witness=Witness.TEACHER,
        attended=mark.attended,
        absent=absent,
        reason=mark.reason if absent else "",
        recorded_at=at,
        told_by=by.username,
    )


def _standing(row: Session) -> Mapping[str, tuple[int, tuple[int, int, str] | None]]:
    """The number of links and the last mark of each person."""
    found: dict[str, tuple[int, tuple[int, int, str] | None]] = {}
    told = row.accounts.filter(witness=Witness.TEACHER.value).order_by("recorded_at", "pk")
    for person, source, attended, absent, reason in told.values_list(
        "person__reference", "source", "attended", "absent", "reason"
    ):
        links = found.get(person, (0, None))[0] + (source == SOURCE)
        found[person] = (links, (attended, absent, reason))
    return found


def _refuse_closed(row: Session, on: date) -> None:
    if row.day > on:
        raise ClosedRegister(
            Text(
                N_("Tillfället är den %(day)s. Närvaron kan fyllas i från och med den dagen."),
                {"day": row.day},
            )
        )
    if row.cancelled_by:
        raise ClosedRegister(N_("Tillfället är inställt. Ingen närvaro fylls i."))
