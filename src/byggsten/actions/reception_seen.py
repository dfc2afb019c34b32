"""Changes that were written with a row in sight: when another row stands by now, nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions.lookups import locked_person
from byggsten.actions.reception_changes import tell_facts, tell_permit
from byggsten.actions.reception_contact import change_reach
from byggsten.domain.texts import N_, Refusal
from byggsten.records.models import Contact, Fact, Permit
from byggsten.records.models.facts import keep_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor
    from byggsten.domain import people as domain
    from byggsten.domain.reception import Reach


class StaleRow(Refusal):
    """Somebody has told otherwise since the form was opened; nothing is written."""

    def __init__(self) -> None:
        super().__init__(
            N_("Någon har ändrat uppgifterna sedan du öppnade sidan. Inget är sparat. Jämför och välj.")
        )


@transaction.atomic
def tell_seen_fact(reference: str, fact: domain.Fact, *, seen: int, by: Actor, at: datetime) -> None:
    """Record a fact; ``seen`` is the latest row of its code that the form knew, or 0.

    Raises StaleRow, NothingHere, NotInYourRole.
    """
    _take_turn(reference, by)
    rows = Fact.objects.filter(person__reference=reference, code=fact.code)
    told = {"value": keep_value(fact.value), **_days(fact), "origin": fact.origin}
    _refuse_unseen(rows, seen, told)
    tell_facts(reference, [fact], by=by, at=at)


@transaction.atomic
def tell_seen_permit(reference: str, permit: domain.Permit, *, seen: int, by: Actor, at: datetime) -> None:
    """The same for a permit, which takes the place only of one of the same ground and first day."""
    _take_turn(reference, by)
    rows = Permit.objects.filter(
        person__reference=reference, ground=permit.ground, first_day=permit.period.first_day
    )
    told = {**_days(permit), "extension_applied": permit.extension_applied, "origin": permit.origin}
    _refuse_unseen(rows, seen, told)
    tell_permit(reference, permit, by=by, at=at)


@transaction.atomic
def change_seen_reach(reference: str, reach: Reach, *, seen: int, by: Actor, at: datetime) -> None:
    """The same for how the person is reached.  Raises TooLong too."""
    _take_turn(reference, by)
    told = {"way": reach.way.value, "phone": reach.phone, "email": reach.email,
            "address": reach.address, "note": reach.note}  # fmt: skip
    _refuse_unseen(Contact.objects.filter(person__reference=reference), seen, told)
    change_reach(reference, reach, by=by, at=at)


def _days(row: domain.Fact | domain.Permit) -> dict[str, object]:
    return {"first_day": row.period.first_day, "last_day": row.period.last_day}


def _take_turn(reference: str, by: Actor) -> None:
    """Two who save at once come one after the other."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    locked_person(reference)


def _refuse_unseen(rows: QuerySet[Any], seen: int, told: Mapping[str, object]) -> None:
    """Raise StaleRow when a later row stands and says something else."""
    latest = rows.filter(replaced_at=None).order_by("pk").last()
    if latest is None or latest.pk <= seen:
        return
    if any(getattr(latest, name) != value for name, value in told.items()):
        raise StaleRow
