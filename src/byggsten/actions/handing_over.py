"""Give a case to a named caseworker, for the operator who may see nothing about the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.lookups import ids_of, locked_person
from byggsten.actions.staff import NotACaseworker, assign
from byggsten.domain.people import Protection
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Assignment, StaffMember

if TYPE_CHECKING:
    from datetime import date, datetime


class AnswersForProtected(Refusal):
    """The account is the only one that sees some people with protected data."""


@transaction.atomic
def hand_over(reference: str, *, caseworker: str, on: date, by: str, at: datetime) -> None:
    """Let the caseworker answer for the person from a day; a merged record means the one that is read.

    Raises UnknownReference, NotACaseworker.
    """
    person = locked_person(reference)
    if person.merged_into is not None:
        person = locked_person(person.merged_into.reference)
    staff = StaffMember.objects.get(pk=ids_of(StaffMember, [caseworker])[caseworker])
    if staff.unit_id != person.unit_id:
        # Somebody at another unit would not see the person.
        raise NotACaseworker(
            Text(
                N_("%(name)s arbetar inte på ärendets enhet. Välj en handläggare där."), {"name": caseworker}
            )
        )
    if assign([person.reference], caseworker=caseworker, first_day=on, by=by, at=at):
        diary.write("person.handed_over", person=person.reference, by=by, at=at, caseworker=caseworker)


def refuse_leaving_protected(username: str) -> None:
    """Raise AnswersForProtected while the account answers for people whom nobody else sees."""
    protected = Assignment.objects.filter(
        caseworker__user__username=username, last_day__isnull=True, person__merged_into__isnull=True
    ).exclude(person__protection=Protection.NONE.value)
    count = protected.count()
    if count:
        raise AnswersForProtected(
            Text(
                N_(
                    "Kontot %(name)s svarar för skyddade personuppgifter i %(count)s ärenden, som ingen "
                    "annan ser. Ärendenumren står i arbetslistan för %(name)s. Ge vart och ett en ny "
                    "handläggare med «byggsten staff assign ÄRENDENUMMER ANVÄNDARNAMN», och stäng "
                    "kontot sedan."
                ),
                {"name": username, "count": count},
            )
        )
