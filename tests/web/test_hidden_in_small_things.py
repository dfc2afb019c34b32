"""What one may not see does not show in a list of places, in the log of readings, or in a broken number."""

import pytest
from django.urls import reverse

from byggsten.actions import staff
from byggsten.domain.housing import HousingForm
from byggsten.domain.organisations import Place
from byggsten.queries.places import place_names
from byggsten.records import models
from byggsten.records.models import PersonRead
from byggsten.web.numbers import number
from tests import people


def test_a_place_where_somebody_lives_and_nothing_is_held_is_offered_to_nobody(signed_in):
    people.register_places([Place("Hemliga gården", 59.7, 18.7), Place("Nya salen", 59.8, 18.6)])
    models.HousingSpell.objects.create(
        person=models.Person.objects.get(reference="yusuf"), form=HousingForm.OWN_RENTAL.value,
        place=models.Place.objects.get(name="Hemliga gården"), first_day=people.START,
        recorded_at=people.BEFORE, recorded_by="test",
    )  # fmt: skip
    assert place_names() == ("Campus Roslagen", "Nya salen")
    page = signed_in("lena").get(reverse("catalogue:new_group", args=["sfi-c"]))
    assert "Hemliga gården" not in page.text


@pytest.mark.parametrize("reference", ["yusuf", "farah", "19910505-2386"])
def test_a_page_that_shows_nobody_writes_nobody_down(signed_in, reference):
    answer = signed_in("karin").get(reverse("caseworker:planner", args=[reference]))
    assert answer.status_code == 404
    assert not PersonRead.objects.filter(person=reference).exists()


@pytest.mark.parametrize("words", ["9" * 5000, "-1", "1.5", "", "²", "٣"])
def test_what_is_no_short_number_is_none(words):
    assert number(words) is None
    assert number("42") == 42


def test_a_long_number_in_a_form_breaks_no_page(signed_in):
    staff.assign(["amina"], caseworker="karin", first_day=people.START, by="test", at=people.NOW)
    client = signed_in("karin")
    planner = reverse("caseworker:planner", args=["amina"])
    assert client.post(planner, {"do": "ready:" + "9" * 5000, "stamp": "0"}).status_code < 500
