"""Register a person by hand: what is saved, what is refused in words, and what is asked first."""

from datetime import date

import pytest
from django.urls import reverse

from byggsten.actions.staff import assign
from byggsten.records.models import Assignment, Contact, ExternalId, Fact, Membership, Permit, Person
from tests import people

NEW = {
    "given_name": "Selam", "family_name": "Tesfay", "born": "1996-03-08", "sex": "woman",
    "language": "tigrinska", "interpreter": "on", "protection": "none", "contact_way": "sms",
    "phone": "0700000001", "route": "assigned", "received": "2026-11-20", "first_contact": "2026-11-23",
    "way_origin": "Migrationsverket", "ground": "p5_1", "permit_first": "2026-10-01",
    "permit_last": "2029-09-30", "permit_origin": "Migrationsverket", "first_registered": "2026-11-20",
    "registered_here_from": "2026-11-20", "registration_origin": "Skatteverket", "mine": "on",
    "token": "a" * 32,
}  # fmt: skip


@pytest.fixture
def send(signed_in):
    """Karin sends the form with some of it changed."""
    client = signed_in("karin")

    def post(who="karin", **changed):
        told = {name: value for name, value in (NEW | changed).items() if value is not None}
        return client.post(reverse("caseworker:receive_person"), told)

    return post


def test_the_empty_form(signed_in):
    page = signed_in("karin").get(reverse("caseworker:receive_person"))
    assert page.status_code == 200
    assert "Sekretessmarkering" in page.text
    assert 'list="languages"' in page.text


def test_all_that_is_told_is_recorded_and_the_rules_answer_at_once(send, client):
    answer = send()
    assert answer["Location"] == reverse("caseworker:person", args=["2026-00001"])
    selam = Person.objects.get(reference="2026-00001")
    assert (selam.language, selam.interpreter, selam.unit.name) == ("ti", True, people.UNIT)
    permit = Permit.objects.get(person=selam)
    assert (permit.ground, permit.origin, permit.recorded_by) == ("p5_1", "Migrationsverket", "karin")
    facts = dict(Fact.objects.filter(person=selam).values_list("code", "value"))
    assert facts["assigned"] is True
    assert facts["unaccompanied"] is False
    assert facts["registered_here_from"] == {"day": "2026-11-20"}
    assert Contact.objects.get(person=selam).phone == "0700000001"
    assert Assignment.objects.get(person=selam).caseworker.user.username == "karin"
    page = client.get(answer["Location"]).text
    assert "Ärendenummer: 2026-00001" in page
    assert "Anvisad till kommunen" in page


def test_a_form_that_is_sent_twice_registers_once(send):
    assert send()["Location"] == send()["Location"]
    assert Person.objects.filter(given_name="Selam").count() == 1
    assert ExternalId.objects.filter(system="byggsten:blankett").count() == 1


def test_a_name_in_tigrinya_and_one_of_two_hundred_letters(send):
    assert send(given_name="ሰላም", family_name="x" * 200).status_code == 302
    selam = Person.objects.get(given_name="ሰላም")
    assert len(selam.family_name) == 200
    answer = send(given_name="y" * 201, token="b" * 32)
    assert answer.status_code == 422
    assert "Namnet har 201 tecken. Skriv högst 200." in answer.text
    assert "y" * 201 in answer.text


@pytest.mark.parametrize(("changed", "field", "sentence"), [
    ({"born": "2025-02-29"}, "born", "är ingen dag"),
    ({"born": "2027-01-01"}, "born", "har inte varit än"),
    ({"born": ""}, "born", "Skriv födelsedagen, eller ett nummer"),
    ({"permit_first": "1990-01-01"}, "permit_first", "före födelsedagen"),
    ({"permit_last": "2026-09-01"}, "permit_last", "Slutar 1 september 2026 men börjar 1 oktober 2026"),
    ({"permit_first": ""}, "permit_first", "från vilken dag"),
    ({"ground": ""}, "ground", "ingen grund"),
    ({"ground": "p9_9"}, "ground", "Välj något i listan"),
    ({"route": "quota"}, "ground", "kvotflykting"),
    ({"first_contact": "2026-12-24"}, "first_contact", "inte varit än"),
    ({"registered_here_from": "2026-11-01"}, "registered_here_from", "först folkbokförd"),
    ({"not_registered": "on"}, "not_registered", "Ta bort den, eller krysset"),
    ({"number": "19960308-2381"}, "number", "Personnumret är fel"),
    ({"number": "20000101-2384"}, "born", "säger olika dagar"),
    ({"number": "20000101-2384", "born": "", "sex": "man"}, "sex", "Numret och könet"),
    ({"language": "jordgubbska"}, "language", "Språket finns inte"),
    ({"contact_way": ""}, "contact_way", "Välj hur personen vill bli nådd"),
    ({"phone": ""}, "phone", "telefonnumret"),
    ({"contact_way": "email", "email": "a@"}, "email", "inte hel"),
    ({"given_name": " ", "family_name": ""}, "given_name", "förnamn eller efternamn"),
    ({"protection": "cape"}, "protection", "Välj något i listan"),
])  # fmt: skip
def test_what_cannot_be_is_explained_with_everything_kept(send, changed, field, sentence):
    answer = send(**changed)
    assert answer.status_code == 422
    assert answer.text.split("<title>")[1].startswith("Fel:")
    assert sentence in " ".join(answer.context["form"].errors[field])
    # The error is tied to its field, and what was written stands there.
    assert f"id_{field}_error" in answer.text
    assert 'value="0700000001"' in answer.text or "phone" in changed
    assert not Person.objects.filter(reference__startswith="2026-").exists()


@pytest.mark.parametrize(("changed", "sentence"), [
    ({"route": "family"}, "Kom som anhörig men har en egen grund."),
    ({"route": "unaccompanied", "born": "2008-03-01", "permit_first": "2026-06-01", "received": "2026-07-01",
      "sex": ""}, "Kom hen till Sverige före 18 år?"),
])  # fmt: skip
def test_what_is_worth_asking_about_is_told_when_it_is_saved(send, client, changed, sentence):
    answer = send(**changed)
    assert answer.status_code == 302
    assert sentence in client.get(answer["Location"]).text


def test_a_number_tells_the_day_of_birth_and_the_sex(send):
    assert send(number="20000101-2384", born="", sex="").status_code == 302
    new = Person.objects.get(number="200001012384")
    assert (new.born, new.sex) == (date(2000, 1, 1), "woman")


def test_a_number_of_somebody_one_may_not_see_is_refused_without_a_word_of_whose(send):
    Person.objects.filter(reference="farah").update(number="200001012384")
    hidden = send(number="20000101-2384", born="", sex="")
    assert hidden.status_code == 422
    assert "Numret går inte att använda" in hidden.text
    assert "farah" not in hidden.text.casefold()
    Person.objects.filter(reference="farah").update(number="")
    Person.objects.filter(reference="amina").update(number="200001012384", born=date(1950, 1, 1))
    known = send(number="20000101-2384", born="", sex="", none_of_them="amina")
    assert "Numret hör redan till ärende amina" in known.text


def test_somebody_alike_is_asked_about_before_anything_is_saved(send):
    answer = send(given_name="Amina", family_name="Exempel", born="1991-05-05")
    assert answer.status_code == 422
    assert "Är det någon av dem?" in answer.text
    assert not Person.objects.filter(reference__startswith="2026-").exists()
    again = send(given_name="Amina", family_name="Exempel", born="1991-05-05", none_of_them="amina")
    assert again.status_code == 302


def test_nobody_whom_one_may_not_see_is_asked_about(send):
    # Farah belongs to another unit, Yusuf has protected data.
    assert send(given_name="Farah", family_name="Exempel", born="1999-12-30").status_code == 302
    assert (
        send(given_name="Yusuf", family_name="Exempel", born="1985-01-09", token="c" * 32).status_code == 302
    )


def test_whoever_registers_protected_data_is_not_locked_out(send, client):
    answer = send(protection="secrecy_marking", mine=None)
    assert client.get(answer["Location"]).status_code == 200
    client.login(username="omar", password=people.PASSWORD)
    assert client.get(answer["Location"]).status_code == 404


def test_one_who_is_not_mine_belongs_to_the_unit(send):
    send(mine=None)
    assert not Assignment.objects.filter(person__reference="2026-00001").exists()


def test_not_registered_in_the_population_register_is_known_never_to_have_happened(send):
    send(first_registered="", registered_here_from="", not_registered="on")
    told = Fact.objects.filter(person__reference="2026-00001", code__contains="registered")
    assert [fact.value for fact in told] == [None, None]


def test_one_who_lives_alone_has_a_household_of_one(send):
    send(alone="1")
    stay = Membership.objects.get(person__reference="2026-00001")
    assert (stay.role, stay.first_day) == ("adult", date(2026, 11, 20))


def test_the_next_case_of_the_year_follows_the_last(send):
    people.enrol("2026-00041", "2025-00077", "2026-1")
    send()
    send(given_name="Annan", family_name="Helt", born="1970-01-01", token="d" * 32)
    assert {"2026-00042", "2026-00043"} <= set(Person.objects.values_list("reference", flat=True))


def test_another_unit_is_not_served(signed_in):
    assign(["amina"], caseworker="karin", first_day=people.START, by="test", at=people.BEFORE)
    assert signed_in("eva").post(reverse("caseworker:receive_person"), NEW).status_code == 403
    assert not Person.objects.filter(given_name="Selam").exists()


def test_a_child_alone_is_a_child(send):
    assert send(born="2012-03-08", alone="1").status_code == 302
    assert Membership.objects.get(person__reference="2026-00001").role == "child"


def test_a_grown_person_alone_is_an_adult(send):
    send(alone="1")
    assert Membership.objects.get(person__reference="2026-00001").role == "adult"


def test_nothing_is_cut_in_silence(send, client):
    page = client.get(reverse("caseworker:receive_person"))
    assert "maxlength" not in page.text
    answer = send(given_name="a" * 203, phone="0" * 31, language="a" * 36)
    assert answer.status_code == 422
    assert "Namnet har 203 tecken. Skriv högst 200." in answer.text
    assert "Texten har 31 tecken. Skriv högst 30." in answer.text
    assert answer.context["form"].errors["language"]


@pytest.mark.parametrize(
    "day", ["8 mars 1996", "8/3 1996", "den 8:e mars 1996", " 08/03 1996 ", "8 March 1996"]
)
def test_days_as_people_write_them(send, day):
    assert send(born=day).status_code == 302
    assert Person.objects.get(reference="2026-00001").born == date(1996, 3, 8)


@pytest.mark.parametrize("day", ["8 mars 199", "30 februari 1996", "8/13 1996", "0/3 1996", "8 marsch 1996"])
def test_a_day_that_is_none_is_named_as_it_was_written(send, day):
    answer = send(born=day)
    assert answer.status_code == 422
    assert f"«{day}» är ingen dag" in answer.text


@pytest.mark.parametrize(
    ("number", "born"), [("000101-2384", 2000), ("0001012384", 2000), ("000101+2384", 1900)]
)
def test_a_number_without_its_century(send, number, born):
    assert send(number=number, born="", sex="").status_code == 302
    assert Person.objects.get(reference="2026-00001").born == date(born, 1, 1)


def test_a_reception_that_is_planned_is_registered_with_a_note(send, client):
    answer = send(received="2026-12-10")
    assert "Dagen har inte varit än." in client.get(answer["Location"]).text
    assert send(received="2027-02-10", token="b" * 32).context["form"].errors["received"]
