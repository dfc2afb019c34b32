"""Put a made-up municipality into an empty database, in one transaction: all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import connection, transaction

from byggsten.actions import diary
from byggsten.actions.activities import register_activities, register_places, register_providers
from byggsten.actions.duty import refresh
from byggsten.actions.groups import GroupToRegister, Slot, register_groups
from byggsten.actions.people import (
    record_facts,
    record_households,
    record_permits,
    register_people,
    register_units,
)
from byggsten.actions.plan_import import import_plans
from byggsten.actions.sessions import record_sessions
from byggsten.domain.dates import Minutes, Period, Week, weeks_between
from byggsten.domain.texts import N_, Refusal
from byggsten.records.models import Account, Assignment, Event, Person, Session, StaffMember, Unit
from byggsten.simulate.staff import INTEGRATION, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from byggsten.domain import attendance as domain
    from byggsten.simulate.municipality import Municipality

BY = "demo"
LOADED = "demo.loaded"
WEEKS_ASSESSED = 26
# One row a statement and many statements a call: the database's own bulk way.
CHUNK = 20_000

PEOPLE, SESSIONS, ACCOUNTS, WEEKS = (
    N_("Personer och planer"),
    N_("Tillfällen"),
    N_("Närvarouppgifter"),
    N_("Bedömda personer"),
)


class NotEmpty(Refusal):
    """The database already holds people."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a demonstration holds, in rows."""

    until: date
    people: int
    sessions: int
    accounts: int
    weeks: int


def loaded() -> date | None:
    """The last day of the demonstration in the database, or None when there is none."""
    event = Event.objects.filter(code=LOADED).order_by("-pk").first()
    return date.fromisoformat(event.facts["until"]) if event else None


def holds_others() -> bool:
    """Whether the database holds people who did not come with a demonstration."""
    return Person.objects.exists() and loaded() is None


@transaction.atomic
def load(
    made: Municipality,
    *,
    password: str,
    at: datetime,
    told: Callable[[str, int, int], None] = lambda what, done, total: None,  # noqa: ARG005
) -> Loaded:
    """Record the municipality and assess its latest weeks; ``told`` hears what is done, and of how many.

    Raises NotEmpty.
    """
    if Person.objects.exists():
        raise NotEmpty(
            N_("Databasen innehåller redan personer. Demonstrationen läggs bara i en tom databas.")
        )
    _places_and_staff(made, password=password, at=at)
    _people(made, at=at)
    told(PEOPLE, len(made.lives), len(made.lives))
    sessions = _sessions(made, at=at)
    told(SESSIONS, sessions, sessions)
    accounts = _accounts(made, told)
    weeks = _assess(made, at=at, told=told)
    diary.write(LOADED, by=BY, at=at, until=made.until.isoformat(), seed=made.seed, persons=len(made.lives))
    return Loaded(made.until, len(made.lives), sessions, accounts, weeks)


def _places_and_staff(made: Municipality, *, password: str, at: datetime) -> None:
    known = made.catalogue
    register_units(UNITS)
    register_places(known.places.values())
    register_providers(known.providers.values())
    register_activities([offer.activity for offer in known.offers.values()], by=BY, at=at)
    units = dict(Unit.objects.values_list("name", "pk"))
    # One slow hash for all: they have the same password, and it is written on the page where one signs in.
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
    since = min(held[0].session.day for held in made.sessions.values() if held)
    groups = [
        GroupToRegister(
            reference=group.reference,
            activity=group.offer.activity.reference,
            name=group.name,
            teacher=group.leader.username if group.leader else "",
            place=known.places[group.place].name,
            schedule=tuple(
                Slot(slot.weekday, slot.start, Minutes(slot.minutes), Period(since)) for slot in group.slots
            ),
        )
        for group in made.groups
    ]
    register_groups(groups, by=BY, at=at)


def _people(made: Municipality, *, at: datetime) -> None:
    register_people(
        [life.person for life in made.lives],
        unit=INTEGRATION,
        by=BY,
        at=at,
        interpreters={life.person.reference for life in made.lives if life.interpreter},
    )
    record_permits({life.person.reference: life.permits for life in made.lives}, by=BY, at=at)
    record_facts({life.person.reference: life.facts for life in made.lives}, by=BY, at=at)
    record_households(made.households(), by=BY, at=at)
    import_plans({life.person.reference: life.plans for life in made.lives if life.plans}, by=BY, at=at)
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


def _sessions(made: Municipality, *, at: datetime) -> int:
    everything = [one for held in made.sessions.values() for one in held]
    cancelled = {one.session.reference: one.cancelled_at for one in everything if one.cancelled_at}
    record_sessions([one.session for one in everything], by=BY, at=at, cancelled_at=cancelled)
    return len(everything)


def _accounts(made: Municipality, told: Callable[[str, int, int], None]) -> int:
    people = dict(Person.objects.values_list("reference", "pk"))
    sessions = dict(Session.objects.values_list("reference", "pk"))
    rows: list[tuple[Any, ...]] = []
    count = 0
    for number, life in enumerate(made.lives, 1):
        rows += _rows(made.accounts(life), people, sessions)
        if len(rows) >= CHUNK or number == len(made.lives):
            _insert(rows)
            count += len(rows)
            rows.clear()
            told(ACCOUNTS, number, len(made.lives))
    return count


_COLUMNS = (
    "source", "message", "session_id", "person_id", "witness", "attended", "absent", "reason", "told_valid",
    "proof", "recorded_at", "told_by",
)  # fmt: skip


def _rows(
    accounts: Iterator[domain.Account], people: dict[str, int], sessions: dict[str, int]
) -> Iterator[tuple[Any, ...]]:
    adapt = connection.ops.adapt_datetimefield_value
    for account in accounts:
        yield (
            account.source,
            account.message,
            sessions[account.session],
            people[account.person],
            account.witness.value,
            account.attended,
            account.absent,
            account.reason,
            account.told_valid,
            account.proof,
            adapt(account.recorded_at),
            account.told_by,
        )


def _insert(rows: list[tuple[Any, ...]]) -> None:
    """Insert accounts without making an object of each; the table's own constraints check every row."""
    table, quote = Account._meta.db_table, connection.ops.quote_name  # noqa: SLF001 - Django documents it
    columns = ", ".join(quote(name) for name in _COLUMNS)
    places = ", ".join(["%s"] * len(_COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(table)} ({columns}) VALUES ({places})", rows)  # noqa: S608


def _assess(made: Municipality, *, at: datetime, told: Callable[[str, int, int], None]) -> int:
    """Assess the latest weeks of those whom somebody answers for; older weeks are assessed when asked for."""
    last = Week.of(made.until)
    weeks = weeks_between(last.plus(1 - WEEKS_ASSESSED), last)
    people = [life.person.reference for life in made.lives if life.caseworker]
    done = 0

    def count(some: int) -> None:
        nonlocal done
        done += some
        told(WEEKS, done, len(people))

    on = made.until + timedelta(days=1)
    return refresh(people, weeks, on=on, at=at, done=count).written
