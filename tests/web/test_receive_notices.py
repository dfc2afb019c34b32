"""Partners' notices: the desk, one notice, what becomes of it, and the way back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from byggsten.actions.reception_notice_refusals import NoticeCannotBeNoted
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


class TestTheSameNameOfANotice:
    """The sender's own name of a notice is one notice, and what is written is never changed by hand."""

    @pytest.fixture
    def sent(self):
        return NOTICE | {"sender": NoticeSender.SCHOOL.value, "message": "MV-1", "given_name": "Annan"}

    def test_another_units_notice_is_neither_changed_nor_told_of(self, signed_in, sent):
        notice = told("MV-1", unit=people.OTHER_UNIT)
        page = signed_in("karin").post(reverse("caseworker:new_notice"), sent)
        assert (page.status_code, "går inte att anteckna här" in page.text) == (422, True)
        notice.refresh_from_db()
        assert (notice.unit.name, notice.given_name) == (people.OTHER_UNIT, "Selam")

    def test_a_handled_one_of_another_unit_answers_the_same(self, signed_in, sent):
        told("MV-1", unit=people.OTHER_UNIT)
        about = Person.objects.get(reference="yusuf")
        PartnerNotice.objects.update(outcome="registered", person=about, handled_at=people.NOW)
        page = signed_in("karin").post(reverse("caseworker:new_notice"), sent)
        assert "går inte att anteckna här" in page.text
        assert "hanterad" not in page.text

    def test_one_of_the_own_unit_about_somebody_hidden_answers_the_same(self, signed_in, sent):
        told("MV-1")
        about = Person.objects.get(reference="yusuf")
        PartnerNotice.objects.update(outcome="registered", person=about, handled_at=people.NOW)
        page = signed_in("karin").post(reverse("caseworker:new_notice"), sent)
        assert "går inte att anteckna här" in page.text
        assert "redan antecknad" not in page.text

    def test_one_of_the_own_unit_is_linked_to_and_not_changed(self, signed_in, sent):
        notice = told("MV-1")
        page = signed_in("karin").post(reverse("caseworker:new_notice"), sent)
        assert (page.status_code, "redan antecknad" in page.text, at(notice) in page.text) == (
            422,
            True,
            True,
        )
        notice.refresh_from_db()
        assert (notice.given_name, notice.words) == ("Selam", "")

    def test_a_file_never_takes_over_another_units_notice(self, signed_in):
        told("MV-1", unit=people.OTHER_UNIT)
        with pytest.raises(NoticeCannotBeNoted):
            told("MV-1", given_name="Annan")
        assert PartnerNotice.objects.get().unit.name == people.OTHER_UNIT


def test_a_notice_about_somebody_protected_is_not_opened_again(signed_in):
    assign(["yusuf"], caseworker="karin", first_day=people.START, by="test", at=people.BEFORE)
    notice = told("y", words="Hemlig adress")
    client = signed_in("karin")
    client.post(at(notice), {"outcome": "known", "person": "yusuf"})
    page = client.post(at(notice), {"outcome": "open"}, follow=True)
    assert "går inte att öppna igen" in page.text
    notice.refresh_from_db()
    assert (notice.outcome, notice.person.reference) == ("known", "yusuf")
    assert signed_in("omar").get(at(notice)).status_code == 404
