"""What the tables of housing and reception refuse."""

from datetime import timedelta

from byggsten.records import models as m
from tests.people import BEFORE, NOW, TODAY
from tests.records.rows import START, person, remembered


def home(**changed):
    return remembered(m.HousingSpell, **{"form": "lodger"} | changed)


def number(**changed):
    values = {"year": 2026, "number": 12, "source": "beslut", "recorded_at": NOW, "recorded_by": "maria"}
    return m.MunicipalNumber.objects.create(**values | changed)


def step(**changed):
    return m.ReceptionStep.objects.create(
        **{"code": "sfi"} | changed | {"person": changed.get("person") or person()}
    )


def two_homes():
    who = person()
    home(person=who)
    home(person=who, form="owned")


def two_steps():
    who = person()
    step(person=who)
    step(person=who)


REFUSED = {
    "housing_is_of_a_known_form": lambda: home(form="slott"),
    "housing_ends_on_or_after_it_starts": lambda: home(last_day=START - timedelta(days=1)),
    "housing_is_replaced_after_it_is_recorded": lambda: home(
        recorded_at=NOW, replaced_at=BEFORE - timedelta(days=400)
    ),
    "person_moves_in_once_on_a_day": two_homes,
    "municipal_number_has_a_source": lambda: number(source=""),
    "reception_step_has_a_code": lambda: step(code=""),
    "reception_step_is_listed_once": two_steps,
    "done_step_says_when_and_by_whom": lambda: step(done_on=TODAY),
}
