"""Those whom nobody answers for: who is listed, to whom, and taking them on."""

from datetime import date

import pytest

from byggsten.access.refusals import NothingHere
from byggsten.actions import staff
from byggsten.actions.taking_on import AlreadyTaken, NobodyChosen, take_on
from byggsten.records.models import Assignment
from tests import people

PAGE = "/utan-handlaggare/"


def listed(client, **asked):
    page = client.get(PAGE, asked)
    return [row.reference for row in page.context["rows"]]


def test_only_those_of_ones_own_unit_without_protected_data_and_without_a_caseworker(signed_in):
    people.enrol("bana", "cyrus")
    staff.assign(["cyrus"], caseworker="omar", first_day=people.START, by="test", at=people.NOW)
    # Yusuf has protected data, Farah belongs to another unit.
    assert listed(signed_in("karin")) == ["amina", "bana"]
    assert listed(signed_in("karin"), sok="bana") == ["bana"]
    assert listed(signed_in("karin"), sok="yusuf") == []


def test_children_and_those_outside_are_listed_when_one_asks(signed_in):
    people.people.register_person(
        people.Person("barn", "Lilla", "Exempel", date(2018, 2, 28)),
        unit=people.UNIT, by="test", at=people.BEFORE,
    )  # fmt: skip
    people.enrol("dario")
    moved = people.Fact(
        "registered_here_until", date(2026, 10, 1), people.Period(date(2026, 10, 1)), "folkbokföringen"
    )
    people.people.record_facts({"dario": [moved]}, by="test", at=people.NOW)
    assert "dario" not in listed(signed_in("karin"))
    assert "dario" in listed(signed_in("karin"), alla="on")
    assert "barn" not in listed(signed_in("karin"))
    assert "barn" in listed(signed_in("karin"), alla="on")


def test_the_chosen_are_ones_own_from_today_and_leave_the_list(signed_in):
    client = signed_in("karin")
    answer = client.post(PAGE, {"person": ["amina"]}, follow=True)
    assert "Du ansvarar nu för 1 person." in answer.text
    assert "amina" not in listed(client)
    assert Assignment.objects.get(person__reference="amina").first_day == people.TODAY


def test_nothing_chosen_is_told(signed_in):
    answer = signed_in("karin").post(PAGE)
    assert answer.status_code == 422
    assert "Kryssa för minst en person." in answer.text


@pytest.mark.usefixtures("cast")
def test_one_that_somebody_took_meanwhile_is_not_taken_over_in_silence():
    karin, omar = people.acting("karin"), people.acting("omar")
    assert take_on(["amina"], by=karin, at=people.NOW) == 1
    with pytest.raises(AlreadyTaken):
        take_on(["amina"], by=omar, at=people.NOW)
    for hidden in ("yusuf", "farah", "ingen"):
        with pytest.raises(NothingHere):
            take_on([hidden], by=omar, at=people.NOW)
    with pytest.raises(NobodyChosen):
        take_on([], by=omar, at=people.NOW)
