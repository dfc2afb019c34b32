"""A teacher marks the register of a session; a changed mark is a new link, never an erasure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.accounts import COLUMNS, row_of
from byggsten.actions.attendance import refuse_unknown_reason
from byggsten.actions.duty import refresh
from byggsten.actions.marks import (
    Mark,
    account_of,
    person_in,
    refuse_closed,
    refuse_late_change,
    standing,
)
from byggsten.domain.dates import Week, weeks_between
from byggsten.queries.registers import expected
from byggsten.queries.rules import rules_here
from byggsten.records.models import Account, MarkReason, Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor


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
    held = Session.objects.select_for_update().get(reference=session)
    refuse_closed(held, by.on)
    people, chains, reasons = expected(session), standing(held), rules_here().reasons
    rows = []
    for mark in marks:
        person = person_in(people, mark.person)
        links, last = chains.get(mark.person, (0, None))
        account = account_of(held, mark, links, by=by, at=at)
        refuse_unknown_reason(account, held.day, reasons)
        if last == (account.attended, account.absent, account.reason):
            continue
        if last is not None:
            refuse_late_change(held, by.on, why)
        rows.append(
            (mark.person, Account(**dict(zip(COLUMNS, row_of(account, person, held.pk, at), strict=True))))
        )
    Account.objects.bulk_create([row for _, row in rows])
    if why.strip():
        MarkReason.objects.bulk_create(
            [MarkReason(account=account, words=why.strip()) for _, account in rows]
        )
    written = tuple(person for person, _ in rows)
    if written:
        diary.write("register.marked", by=by.username, at=at, session=session, people=written)
        refresh(written, affected(held.day, by.on), on=by.on, at=at)
    return Marked(written, len(marks) - len(written))


def affected(day: date, on: date) -> tuple[Week, ...]:
    """The weeks that an hour on the day can change: its own, and later ones that look back at it."""
    return weeks_between(Week.of(day), max(Week.of(day), Week.of(on)))
