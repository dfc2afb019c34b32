"""Marks in a register as accounts, and what stands in the way of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models.functions import Coalesce

from byggsten.domain import attendance as domain
from byggsten.domain.attendance import Witness
from byggsten.domain.dates import Minutes
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.records.models import Session

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


def account_of(row: Session, mark: Mark, link: int, *, by: Actor, at: datetime) -> domain.Account:
    """The mark as an account: a new link in the person's chain."""
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
        # Filled out with zeros, since the message decides between accounts of the same moment.
        message=f"{row.reference}/{mark.person}/{link + 1:03}",
        session=row.reference,
        person=mark.person,
        witness=Witness.TEACHER,
        attended=mark.attended,
        absent=absent,
        reason=mark.reason if absent else "",
        recorded_at=at,
        told_by=by.username,
    )


def standing(row: Session) -> Mapping[str, tuple[int, tuple[int, int, str] | None]]:
    """The number of links and the last mark of each person."""
    found: dict[str, tuple[int, tuple[int, int, str] | None]] = {}
    told = row.accounts.filter(witness=Witness.TEACHER.value).order_by("recorded_at", "pk")
    read_as = Coalesce("person__merged_into__reference", "person__reference")
    for person, source, attended, absent, reason in told.annotate(read_as=read_as).values_list(
        "read_as", "source", "attended", "absent", "reason"
    ):
        links = found.get(person, (0, None))[0] + (source == SOURCE)
        found[person] = (links, (attended, absent, reason))
    return found


def refuse_closed(row: Session, on: date) -> None:
    """Raise ClosedRegister if nobody can say yet what happened, or nothing did."""
    if row.day > on:
        raise ClosedRegister(
            Text(
                N_("Tillfället är den %(day)s. Närvaron kan fyllas i från och med den dagen."),
                {"day": row.day},
            )
        )
    if row.cancelled_by:
        raise ClosedRegister(N_("Tillfället är inställt. Ingen närvaro fylls i."))


def refuse_late_change(session: Session, on: date, why: str) -> None:
    """Raise LateChange if the free days are over and nobody says why the mark changes."""
    if (on - session.day).days > FREE_DAYS and not why.strip():
        raise LateChange(
            Text(
                N_("Tillfället var för mer än %(days)s dagar sedan. Skriv varför uppgiften ändras."),
                {"days": FREE_DAYS},
            )
        )


def person_in(people: Mapping[str, int], reference: str) -> int:
    """The key of the person, or NotInRegister."""
    if reference not in people:
        raise NotInRegister(
            Text(
                N_("Personen «%(person)s» har ingen plats i gruppen den dagen. Ladda om sidan."),
                {"person": reference},
            )
        )
    return people[reference]
