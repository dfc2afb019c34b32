"""Records that may be one person's are shown side by side, answered, and the answer taken back."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from byggsten.actions import people, staff
from byggsten.domain.people import PersonalNumber, Protection
from byggsten.records.models import Merge, NotTheSame, PersonRead
from byggsten.records.models import Person as PersonRow
from tests.people import BEFORE, CAST, OTHER_UNIT, START, TODAY, UNIT, plan_for

pytestmark = pytest.mark.django_db
NUMBER = "199105052386"


def second(reference="amina-2", unit=UNIT, **changed):
    who = replace(CAST["amina"], reference=reference, **changed)
    people.register_people([who], unit=unit, by="test", at=BEFORE)
    return who


@pytest.fixture
def karin(signed_in):
    second(given_name="Ameena", number=PersonalNumber(NUMBER))
    return signed_in("karin")


def page(client, **answer):
    address = reverse("caseworker:duplicates")
    return client.post(address, answer, follow=True) if answer else client.get(address)


def answer(client, chosen, one="amina-2", other="amina", **more):
    return page(client, one=one, other=other, answer=chosen, **more)


def test_the_pair_is_laid_side_by_side_with_what_differs_and_no_number(karin):
    text = page(karin).text
    assert "1 par i din enhet liknar varandra" in text
    assert "Namnen är nästan lika, samma födelsedag." in text
    assert text.count("skiljer") == 3, "förnamnet, numret och planerna"
    assert "personnummer" in text
    assert NUMBER not in text
    assert NUMBER[-4:] not in text
    # The button says whom it keeps; the style shows the one that the choice beside it says.
    assert re.search(r'data-keeps="one">Samma person, behåll Ameena [^<]*\(amina-2\)</span>', text)
    assert re.search(r'data-keeps="other">Samma person, behåll Amina [^<]*\(amina\)</span>', text)
    # The one with a personal number is kept unless another is chosen.
    assert text.index('value="amina-2" checked') < text.index('name="kept" value="amina"')


def test_the_same_person_is_one_afterwards_and_can_be_undone(karin):
    shown = answer(karin, "same", kept="amina-2")
    assert "Posterna läses nu som en person" in shown.text
    assert PersonRow.objects.get(reference="amina").merged_into.reference == "amina-2"
    assert "amina läses som amina-2. Karin Lind" in shown.text
    shown = answer(karin, "undo", one="amina-2", other="amina")
    assert "Sammanslagningen är tillbakatagen" in shown.text
    assert "1 par i din enhet" in shown.text
    assert Merge.objects.get().undone_by == "karin"


@pytest.mark.parametrize("kept", ["amina", "amina-2"])
def test_the_record_that_is_kept_is_chosen(karin, kept):
    answer(karin, "same", kept=kept)
    assert Merge.objects.get().kept.reference == kept


def test_the_page_of_the_merged_record_leads_to_the_kept(karin):
    answer(karin, "same", kept="amina-2")
    for name in ("caseworker:person", "caseworker:plan"):
        answered = karin.get(reverse(name, args=["amina"]))
        assert answered.url == reverse(name, args=["amina-2"])
    assert karin.get(reverse("caseworker:person", args=["amina-2"])).status_code == 200
    assert "En ny version" not in karin.get(reverse("caseworker:work_list")).text


def test_who_may_not_see_the_kept_record_learns_nothing(karin, client):
    answer(karin, "same", kept="amina-2")
    client.logout()
    people_here = reverse("caseworker:person", args=["amina"])
    from tests.people import PASSWORD  # noqa: PLC0415 - only here

    client.login(username="sara", password=PASSWORD)
    assert client.get(people_here).status_code == 404


def test_not_the_same_is_remembered_and_taken_back(karin):
    shown = answer(karin, "apart")
    assert "två olika personer" in shown.text
    assert "0 par i din enhet" in shown.text
    assert NotTheSame.objects.count() == 1
    shown = answer(karin, "forget")
    assert "1 par i din enhet" in shown.text


def test_what_stands_in_the_way_is_told_with_the_choice_kept(karin):
    plan_for("amina-2", first=TODAY)
    shown = answer(karin, "same", kept="amina")
    assert shown.status_code == 422
    assert "<title>Fel:" in shown.text.replace("\n", "")
    assert "gäller båda 24 november 2026. Avsluta den ena" in shown.text
    assert 'name="kept" value="amina" checked' in shown.text
    assert not Merge.objects.exists()


def test_a_double_click_or_a_colleague_first_is_told_and_changes_nothing(karin):
    answer(karin, "same", kept="amina-2")
    assert "Paret finns inte längre" in answer(karin, "same", kept="amina-2").text
    assert Merge.objects.count() == 1
    assert answer(karin, "vadsomhelst").status_code == 422
    assert "Paret finns inte längre" in answer(karin, "undo", one="amina", other="ingen").text


def test_nobody_out_of_sight_is_shown_counted_or_hinted_at(signed_in):
    second("farah-lik", unit=OTHER_UNIT)
    second("dold", protection=Protection.SECRECY_MARKING)
    second("ny", protection=Protection.FICTITIOUS_IDENTITY)
    for reference in ("dold", "ny"):
        staff.assign([reference], caseworker="omar", first_day=START, by="test", at=BEFORE)
    client = signed_in("karin")
    assert "0 par i din enhet" in page(client).text
    assert client.get(reverse("caseworker:duplicates_count")).text.strip() == ""
    client = signed_in("omar")
    text = page(client).text
    assert "1 par i din enhet" in text, "Omar är utsedd för den ena, och den andra har ny identitet"
    assert ">dold<" in text
    assert ">ny<" not in text


def test_the_count_is_a_link(karin):
    part = karin.get(reverse("caseworker:duplicates_count")).text
    assert "1 möjlig dubblett att svara på" in part
    assert "<html" not in part


def test_the_work_list_and_the_reception_lead_here(karin):
    for name in ("caseworker:work_list", "caseworker:receive"):
        assert f'href="{reverse("caseworker:duplicates")}"' in karin.get(reverse(name)).text


def test_who_was_shown_is_logged(karin):
    page(karin)
    assert set(PersonRead.objects.values_list("person", flat=True)) == {"amina", "amina-2"}
