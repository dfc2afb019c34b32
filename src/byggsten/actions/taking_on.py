"""A caseworker takes on people whom nobody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.conditions import holds_on
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions.staff import assign
from byggsten.domain.texts import N_, Refusal
from byggsten.records.models import Assignment, Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.access.actors import Actor


class NobodyChosen(Refusal):
    """No person was chosen."""


class AlreadyTaken(Refusal):
    """Somebody else answers for one of them by now."""


@transaction.atomic
def take_on(people: Sequence[str], *, by: Actor, at: datetime) -> int:
    """Answer for the people from today; all of them or none.

    Raises NobodyChosen, AlreadyTaken, NothingHere, NotInYourRole.
    """
    for reference in people:
        demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    if not people:
        raise NobodyChosen(N_("Ingen är vald. Kryssa för minst en person."))
    # Of two who take on the same person at once, the second waits here and is then told.
    list(Person.objects.select_for_update().filter(reference__in=people).order_by("pk"))
    if Assignment.objects.filter(holds_on(by), person__reference__in=people).exists():
        raise AlreadyTaken(
            N_("Någon annan har hunnit ta ansvar för en av dem. Ladda om sidan och välj igen.")
        )
    return assign(people, caseworker=by.username, first_day=by.on, by=by.username, at=at)
