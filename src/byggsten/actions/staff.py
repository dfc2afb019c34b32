"""Let people in to work, and give them people to answer for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Assignment, Person, StaffMember, Unit
from byggsten.records.models.staff import Role

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from byggsten.access.actors import Actor


class UserNameIsTaken(Refusal):
    """Somebody else has the user name."""


class WeakPassword(Refusal):
    """A password that is easy to guess."""


class NotACaseworker(Refusal):
    """Only caseworkers answer for people."""


def refuse_weak(password: str, user: User) -> None:
    """Raise WeakPassword if it is easy to guess; in a demonstration any will do."""
    if settings.BYGGSTEN_DEMO:
        return
    try:
        validate_password(password, user)
    except ValidationError as cause:
        raise WeakPassword(
            Text(N_("Lösenordet duger inte: %(why)s"), {"why": " ".join(cause.messages)})
        ) from cause


@transaction.atomic
def create_staff(
    *, username: str, password: str, name: str, role: Role, unit: str, by: str, at: datetime
) -> None:
    """Let somebody in.  In a demonstration any password will do; otherwise it must be hard to guess.

    Raises UserNameIsTaken, WeakPassword, UnknownReference (the unit).
    """
    unit_id = ids_of(Unit, [unit])[unit]
    if User.objects.filter(username=username).exists():
        raise UserNameIsTaken(
            Text(N_("Användarnamnet «%(name)s» är upptaget. Välj ett annat."), {"name": username})
        )
    given, _, family = name.rpartition(" ")
    user = User(username=username, first_name=given or family, last_name=family if given else "")
    refuse_weak(password, user)
    user.set_password(password)
    user.save()
    StaffMember.objects.create(user=user, role=role.value, unit_id=unit_id)
    diary.write("staff.created", by=by, at=at, username=username, role=role.value, unit=unit)


def keep_within_reach(people: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Protected data are seen only by the caseworker, so those without one who can sign in get the actor."""
    reached = Assignment.objects.filter(
        last_day__isnull=True, first_day__lte=by.on, caseworker__user__is_active=True,
        caseworker__role=Role.CASEWORKER.value, caseworker__unit=F("person__unit"),
    )  # fmt: skip
    alone = Person.objects.filter(reference__in=people).exclude(pk__in=reached.values("person"))
    names = list(alone.values_list("reference", flat=True))
    if names:
        assign(names, caseworker=by.username, first_day=by.on, by=by.username, at=at)


@transaction.atomic
def assign(people: Iterable[str], *, caseworker: str, first_day: date, by: str, at: datetime) -> int:
    """Let the caseworker answer for the people from a day; say for how many that is new.

    Who answered for them before does so to the day before.
    Raises UnknownReference, NotACaseworker.
    """
    ids = ids_of(Person, people)
    staff = StaffMember.objects.get(pk=ids_of(StaffMember, [caseworker])[caseworker])
    if staff.role != Role.CASEWORKER.value:
        raise NotACaseworker(
            Text(N_("%(name)s är inte handläggare. Välj en handläggare."), {"name": caseworker})
        )
    if not staff.user.is_active:
        raise NotACaseworker(
            Text(N_("Kontot %(name)s är stängt. Välj en annan handläggare."), {"name": caseworker})
        )
    current = Assignment.objects.filter(person__in=ids.values(), last_day__isnull=True)
    already = set(current.filter(caseworker=staff).values_list("person_id", flat=True))
    others = current.filter(~Q(caseworker=staff))
    # One who was to begin on the same day or later never does.
    others.filter(first_day__gte=first_day).delete()
    others.update(last_day=first_day - timedelta(days=1))
    new = [
        Assignment(person_id=pk, caseworker=staff, first_day=first_day)
        for pk in ids.values()
        if pk not in already
    ]
    Assignment.objects.bulk_create(new, batch_size=500)
    if new:
        diary.write("people.assigned", by=by, at=at, caseworker=caseworker, people=len(new))
    return len(new)
