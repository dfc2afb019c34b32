"""Put a made-up municipality into an empty database, in one transaction: all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.demo_accounts import record_all
from byggsten.actions.demo_arrivals import record_arrivals, record_demands
from byggsten.actions.demo_mappings import record_mappings
from byggsten.actions.demo_plan_parts import record_plan_parts
from byggsten.actions.demo_staff import record_assignments, record_house
from byggsten.actions.duty import refresh
from byggsten.actions.people import (
    record_facts,
    record_households,
    record_permits,
    register_people,
)
from byggsten.actions.plan_import import import_plans
from byggsten.actions.sessions import record_sessions
from byggsten.domain.dates import Week, weeks_between
from byggsten.domain.texts import N_, Refusal
from byggsten.records.models import Event, Person
from byggsten.simulate.staff import INTEGRATION

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from byggsten.simulate.whole import Municipality

BY = "demo"
LOADED = "demo.loaded"
WEEKS_ASSESSED = 26

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
    record_house(made, password=password, by=BY, at=at)
    record_demands(made, at=at)
    _people(made, at=at)
    record_arrivals(made, at=at)
    record_mappings(made)
    record_plan_parts(made)
    told(PEOPLE, len(made.lives), len(made.lives))
    sessions = _sessions(made, at=at)
    told(SESSIONS, sessions, sessions)
    accounts = record_all(made, lambda done: told(ACCOUNTS, done, len(made.lives)), at=at)
    weeks = _assess(made, at=at, told=told)
    diary.write(LOADED, by=BY, at=at, until=made.until.isoformat(), seed=made.seed, persons=len(made.lives))
    return Loaded(made.until, len(made.lives), sessions, accounts, weeks)


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
    record_assignments(made)


def _sessions(made: Municipality, *, at: datetime) -> int:
    everything = [one for held in made.sessions.values() for one in held]
    cancelled = {one.session.reference: one.cancelled_at for one in everything if one.cancelled_at}
    record_sessions([one.session for one in everything], by=BY, at=at, cancelled_at=cancelled)
    return len(everything)


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
