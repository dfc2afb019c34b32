"""Partners' notices: the desk, one notice, what becomes of it, and the way back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from byggsten.actions.reception_notices import Notice, record_notices
from byggsten.actions.staff import assign
from byggsten.domain.reception import NoticeSender
from byggsten.records.models import Event, PartnerNotice, Person
from tests import people

NOTICE = {
    "sender": "migration_agency", "received_on": "2026-11-20", "given_name": "Selam", "family_name": "Tesfay",
    "born": "1996-03-08", "language": "ti", "words": "Kommer med tåg", "token": "f" * 32,
}  # fmt: skip


def told(message, days=0, unit=people.UNIT, **changed):
    values = {"given_name": "Selam", "family_name": "Tesfay"} | changed
    notice = Notice(NoticeSender.SCHOOL, message, people.TODAY - timedelta(days=days), **values)
    record_notices([notice], unit=unit, by="test", at=people.BEFORE)
    return PartnerNotice.objects.get(message=message)


def at(notice):
    return reverse("caseworker:notice", args=[notice.pk])


def test_the_desk_shows_those_that_wait_the_oldest_first_with_their_clock(signed_in):
    told("ny", given_name="Ny")
    told("gammal", days=90, given_name="Gammal")
    told("annan", unit=people.OTHER_UNIT, given_name="Annans")
    page = signed_in("karin").get(reverse("caseworker:receive"))
    assert [line.given_name for line in page.context["desk"].waiting] == ["Gammal", "Ny"]
    assert "90 dagar" in page.text
    assert "Skulle tas senast" in page.text
    assert "Annans" not in page.text


def test_an_empty_desk(signed_in):
    assert "Ingen avisering väntar" in signed_in("karin").get(reverse("caseworker:receive")).text


def test_a_notice_is_written_down_once_however_often_it_is_sent(signed_in):
    client = signed_in("karin")
    for _ in range(2):
        assert client.post(reverse("caseworker:new_notice"), NOTICE).status_code == 302
    row = PartnerNotice.objects.get()
    assert (row.message, row.language, row.recorded_by) == ("f" * 32, "ti", "karin")
    # Free words never reach the diary.
    assert "tåg" not in str(list(Event.objects.values_list("facts", flat=True)))


@pytest.mark.parametrize(("changed", "field"), [
    ({"sender": "polisen"}, "sender"),
    ({"received_on": "2027-01-01"}, "received_on"),
    ({"received_on": ""}, "received_on"),
    ({"given_name": "", "family_name": ""}, "given_name"),
    ({"number": "20000101-2384"}, "born"),
])  # fmt: skip
def test_a_notice_that_cannot_be_is_explained(signed_in, changed, field):
    answer = signed_in("karin").post(reverse("caseworker:new_notice"), NOTICE | changed)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not PartnerNotice.objects.exists()


def test_registering_from_a_notice_fills_the_form_and_handles_the_notice(signed_in):
    notice = told("x", born=people.CAST["amina"].born.replace(year=1996), language="ti")
    client = signed_in("karin")
    address = f"{reverse('caseworker:receive_person')}?avisering={notice.pk}"
    page = client.get(address)
    assert 'value="Selam"' in page.text
    form = {"given_name": "Selam", "family_name": "Tesfay", "born": "1996-05-05", "protection": "none"}
    assert client.post(address, form | {"token": "g" * 32}).status_code == 302
    notice.refresh_from_db()
    assert (notice.outcome, notice.person.reference, notice.handled_by) == (
        "registered",
        "2026-00001",
        "karin",
    )
    assert "Personen registrerades" in client.get(at(notice)).text
    # A notice that somebody else has handled meanwhile is no reason not to register.
    assert client.post(address, form | {"given_name": "Helt", "family_name": "Annan", "born": "1970-01-01",
                                        "token": "h" * 32}).status_code == 302  # fmt: skip


def test_a_known_person_is_proposed_and_tied_and_it_can_be_undone(signed_in):
    amina = people.CAST["amina"]
    notice = told("k", given_name="Amina", family_name="Exempel", born=amina.born)
    client = signed_in("karin")
    page = client.get(at(notice))
    assert "Det är Amina Exempel" in page.text
    assert client.post(at(notice), {"outcome": "known", "person": "amina"}).status_code == 302
    notice.refresh_from_db()
    assert (notice.outcome, notice.person.reference) == ("known", "amina")
    client.post(at(notice), {"outcome": "open"})
    notice.refresh_from_db()
    assert (notice.outcome, notice.person, notice.handled_at) == ("", None, None)
    codes = list(Event.objects.filter(person="amina").values_list("code", flat=True))
    assert codes[-2:] == ["notice.handled", "notice.reopened"]


def test_not_ours(signed_in):
    notice = told("n")
    client = signed_in("karin")
    client.post(at(notice), {"outcome": "not_ours"})
    notice.refresh_from_db()
    assert (notice.outcome, notice.person) == ("not_ours", None)
    # Handled once; a second answer changes nothing.
    page = client.post(at(notice), {"outcome": "known", "person": "amina"}, follow=True)
    assert "redan hanterad" in page.text
    assert "Inte vår uppgift" in client.get(reverse("caseworker:receive")).text


@pytest.mark.parametrize("sent", [
    {"outcome": "known", "person": "farah"},
    {"outcome": "known", "person": "yusuf"},
    {"outcome": "known", "person": "ingen"},
    {"outcome": "known", "person": ""},
    {"outcome": "registered"},
    {},
])  # fmt: skip
def test_an_answer_that_cannot_be_changes_nothing(signed_in, sent):
    notice = told("f")
    page = signed_in("karin").post(at(notice), sent, follow=True)
    assert "alert" in page.text
    notice.refresh_from_db()
    assert notice.outcome == ""


def test_a_notice_about_somebody_protected_is_seen_only_by_the_caseworker(signed_in, client):
    assign(["yusuf"], caseworker="karin", first_day=people.START, by="test", at=people.BEFORE)
    notice = told("y")
    signed_in("karin").post(at(notice), {"outcome": "known", "person": "yusuf"})
    assert "Yusuf" in client.get(reverse("caseworker:receive")).text
    client.login(username="omar", password=people.PASSWORD)
    assert "Yusuf" not in client.get(reverse("caseworker:receive")).text
    assert client.get(at(notice)).status_code == 404
    assert client.get(reverse("caseworker:receive_person") + f"?avisering={notice.pk}").status_code == 404


def test_an_odd_address_is_nothing(signed_in):
    client = signed_in("karin")
    for odd in ("x", "-1", "9" * 40, "٣"):
        assert client.get(reverse("caseworker:receive_person"), {"avisering": odd}).status_code == 404
    assert not Person.objects.filter(reference__startswith="2026-").exists()
