"""Those who may already be here are shown while somebody is registered."""

from datetime import date

import pytest
from django.urls import reverse

from tests.people import CAST

pytestmark = pytest.mark.django_db
BORN = CAST["amina"].born.isoformat()


def ask(client, headers=None, **given):
    return client.get(reverse("caseworker:likely"), given, headers=headers)


def test_another_spelling_is_found_with_the_reasons_and_without_a_number(signed_in):
    page = ask(signed_in("karin"), given_name="Exempel", family_name="أمينة", born=BORN)
    assert "Amina Exempel" in page.text
    assert "för- och efternamn är omkastade" in page.text
    assert "Samma namn skrivet med arabiska bokstäver" in page.text
    assert "född 5 maj 1991" in page.text


def test_htmx_gets_only_the_part(signed_in):
    page = ask(
        signed_in("karin"), {"HX-Request": "true"}, given_name="Amina", family_name="Exempel", born=BORN
    )
    assert "Amina Exempel" in page.text
    assert "<html" not in page.text


def test_whom_one_may_not_see_is_never_hinted_at(signed_in):
    client = signed_in("karin")
    for hidden in ("yusuf", "farah"):
        who = CAST[hidden]
        page = ask(client, given_name=who.given_name, family_name=who.family_name, born=who.born.isoformat())
        assert reverse("caseworker:person", args=[hidden]) not in page.text
        assert "Ingen liknande person finns bland dem du får se." in page.text


def test_the_one_at_hand_is_left_out(signed_in):
    page = ask(signed_in("karin"), given_name="Amina", family_name="Exempel", born=BORN, besides="amina")
    assert "Ingen liknande person" in page.text


@pytest.mark.parametrize("given", [{}, {"born": BORN}, {"given_name": "A"}])
def test_too_little_finds_nobody(signed_in, given):
    assert reverse("caseworker:person", args=["amina"]) not in ask(signed_in("karin"), **given).text


@pytest.mark.parametrize("given", [
    {"given_name": "Amina", "family_name": "Exempel", "born": "i går"},
    {"given_name": "x" * 500}, {"number": "1" * 90}, {"given_name": "Amina\0"}, {"number": "²" * 12},
])  # fmt: skip
def test_unreadable_values_never_break_the_page(signed_in, given):
    assert ask(signed_in("karin"), **given).status_code == 200


def test_those_who_are_shown_are_logged(signed_in):
    from byggsten.records.models import PersonRead  # noqa: PLC0415 - only this test looks at the log

    ask(signed_in("karin"), given_name="Amina", family_name="Exempel", born=date(1991, 5, 6).isoformat())
    assert list(PersonRead.objects.values_list("person", flat=True)) == ["amina"]
