"""The places, activities, staff and groups of a made-up municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User

from byggsten.actions.activities import register_activities, register_places, register_providers
from byggsten.actions.groups import GroupToRegister, Slot, register_groups
from byggsten.actions.people import register_units
from byggsten.domain.dates import Minutes, Period
from byggsten.records.models import Assignment, Person, StaffMember, Unit
from byggsten.simulate.staff import UNITS

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.simulate.groups import Group
    from byggsten.simulate.whole import Municipality


def record_house(made: Municipality, *, password: str, by: str, at: datetime) -> None:
    """Record all that people's plans rest on; only those who sign in get a password."""
    known = made.catalogue
    register_units(UNITS)
    register_places(known.places.values())
    register_providers(known.providers.values())
    register_activities([offer.activity for offer in known.offers.values()], by=by, at=at)
    _let_in(made, password=password, at=at)
    since = min(held[0].session.day for held in made.sessions.values() if held)
    register_groups([_group(made, group, since) for group in made.groups], by=by, at=at)


def _let_in(made: Municipality, *, password: str, at: datetime) -> None:
    units = dict(Unit.objects.values_list("name", "pk"))
    # One slow hash for all: the password is the same, and it is written on the page where one signs in.
    secret = make_password(password)
    users = User.objects.bulk_create(
        User(
            username=employee.username,
            first_name=employee.given_name,
            last_name=employee.family_name,
            password=secret if employee.signs_in else make_password(None),
            date_joined=at,
        )
        for employee in made.staff
    )
    StaffMember.objects.bulk_create(
        StaffMember(user=user, role=employee.role.value, unit_id=units[employee.unit])
        for user, employee in zip(users, made.staff, strict=True)
    )


def _group(made: Municipality, group: Group, since: date) -> GroupToRegister:
    return GroupToRegister(
        reference=group.reference,
        activity=group.offer.activity.reference,
        name=group.name,
        teacher=group.leader.username if group.leader else "",
        place=made.catalogue.places[group.place].name,
        schedule=tuple(
            Slot(slot.weekday, slot.start, Minutes(slot.minutes), Period(since)) for slot in group.slots
        ),
    )


def record_assignments(made: Municipality) -> None:
    """Who answers for whom."""
    ids = dict(Person.objects.values_list("reference", "pk"))
    staff = dict(StaffMember.objects.values_list("user__username", "pk"))
    Assignment.objects.bulk_create(
        Assignment(
            person_id=ids[life.person.reference],
            caseworker_id=staff[life.caseworker.username],
            first_day=life.resident.arrived,
        )
        for life in made.lives
        if life.caseworker
    )
