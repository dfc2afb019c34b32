"""The tables as a whole: free text is marked, what is asked has an index, migrations are whole."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models

from byggsten.records.fields import FreeText
from byggsten.records.models import Account, Person, PersonRead, Plan, Session, WeekLedger
from tests.people import TODAY, WEEK, amina_at_school, enrol, plan_for

pytestmark = pytest.mark.django_db
TABLES = list(apps.get_app_config("records").get_models())


def test_text_without_a_limit_is_marked_as_free_text():
    loose = [
        str(field)
        for model in TABLES
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField) and not isinstance(field, FreeText)
    ]
    assert not loose


def test_a_row_shows_no_names_numbers_or_free_text_of_a_person(caplog):
    amina_at_school()
    Person.objects.filter(reference="amina").update(number="199001012385")
    enrol("bahar")
    plan_for("bahar", goal="Ett mål som ingen annan ska läsa")
    with caplog.at_level(logging.WARNING):
        for model in TABLES:
            for row in model.objects.all():
                logging.getLogger("byggsten").warning("%s %r", row, row)
        for person in Person.objects.all():
            logging.getLogger("byggsten").warning("%s %r", person.as_domain(), person.as_domain().number)
    assert "amina" in caplog.text
    for secret in ("Exempel", "199001012385", "9001012385", "ingen annan ska läsa"):
        assert secret not in caplog.text


def test_every_table_says_what_it_is():
    for model in TABLES:
        assert model.__doc__
        assert not model.__doc__.startswith(f"{model.__name__}("), model


def test_no_change_of_a_table_waits_for_a_migration():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


ASKED = {
    "a person's hours": lambda: Account.objects.filter(person=1, session__day__range=(TODAY, TODAY)),
    "a session's accounts": lambda: Account.objects.filter(session=1),
    "a known message": lambda: Account.objects.filter(source="s", message__in=["m"]),
    "a group's sessions": lambda: Session.objects.filter(group=1, day__range=(TODAY, TODAY + timedelta(9))),
    "the sessions of a day": lambda: Session.objects.filter(day=TODAY),
    "a person's plans": lambda: Plan.objects.filter(person=1),
    "a person's week": lambda: WeekLedger.objects.filter(person=1, monday=WEEK.monday),
    "everybody's week": lambda: WeekLedger.objects.filter(monday=WEEK.monday),
    "who read about a person": lambda: PersonRead.objects.filter(person="amina"),
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL rightly reads small tables whole")
@pytest.mark.parametrize("what", ASKED)
def test_a_question_that_is_asked_often_has_an_index(what):
    plan = ASKED[what]().order_by().explain()
    assert "SCAN" not in plan, plan
    assert "USING" in plan, plan
