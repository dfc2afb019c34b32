"""Each constraint refuses the row it is named for, on the database at hand.

The rows stand by subject in ``refused_*.py`` beside this file.
"""

from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from byggsten.records import models as m
from tests.people import NOW, TODAY
from tests.records.rows import (
    account,
    activity,
    assignment,
    effect,
    external,
    fact,
    group,
    item,
    ledger,
    membership,
    permit,
    person,
    place,
    plan,
    provider,
    session,
    slot,
    staff,
    unit,
    waiting,
)  # fmt: skip

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=1)
REFUSED = {
    name: make
    for file in sorted(Path(__file__).parent.glob("refused_*.py"))
    for name, make in import_module(f"tests.records.{file.stem}").REFUSED.items()
}
# These two are no constraints of Django's: the databases hold them in their own ways.
OF_THE_DATABASE = {"plans_of_one_person_never_overlap", "ledger_week_starts_on_a_monday"}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        REFUSED[name]()
    said = str(caught.value)
    # SQLite names the columns of a unique constraint instead of the constraint.
    assert name in said or "UNIQUE constraint failed" in said


def test_every_constraint_is_tried():
    named = {c.name for model in apps.get_app_config("records").get_models() for c in model._meta.constraints}
    assert named | OF_THE_DATABASE == set(REFUSED)


@pytest.mark.parametrize("make", [
    unit, person, staff, place, provider, activity, effect, group, slot, session, account, waiting,
    assignment, permit, fact, membership, plan, item, external, ledger,
])  # fmt: skip
def test_the_same_row_without_the_fault_is_accepted(make):
    assert make().pk


def test_plans_may_follow_each_other_and_a_withdrawn_one_is_not_counted():
    who = person()
    plan(person=who, last_day=TODAY)
    plan(person=who, first_day=LATER)
    plan(person=who, withdrawn_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        m.Plan.objects.filter(first_day=LATER).update(first_day=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        m.Plan.objects.filter(withdrawn_at=NOW).update(withdrawn_at=None)
    plan(first_day=TODAY)


@pytest.mark.parametrize("make", [
    account,
    lambda: m.Event.objects.create(code="x", actor="karin", at=NOW),
    lambda: m.ReadLog.objects.create(actor="karin", page="p", purpose="p", at=NOW),
    lambda: m.PersonRead.objects.create(
        reading=m.ReadLog.objects.create(actor="a", page="p", purpose="p", at=NOW), person="amina"
    ),
    lambda: m.MarkReason.objects.create(account=account(), words="fel ruta"),
])  # fmt: skip
def test_what_was_said_done_and_read_is_never_changed(make):
    row = make()
    column = row._meta.concrete_fields[1].attname
    with pytest.raises(IntegrityError, match="is_append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**{column: getattr(row, column)})
    with pytest.raises(IntegrityError, match="is_append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_stored_moment_keeps_its_zone():
    told_at = datetime.fromisoformat("2026-11-24T09:30:00+01:00")
    assert m.Account.objects.get(pk=account(recorded_at=told_at).pk).recorded_at == told_at == NOW


def test_dates_far_away_are_kept():
    assert m.Person.objects.get(pk=person(born=date(1900, 2, 28)).pk).born == date(1900, 2, 28)
