"""A form that was opened before somebody else's change overwrites nothing, and shows both values."""

from datetime import date

import pytest
from django.urls import reverse

from byggsten.records.models import Contact, Fact, Guardianship, Permit, Person
from tests import people

RECEIVED = {"value": "2026-10-05", "origin": "Personen själv"}
IDENTITY = {
    "given_name": "Amina", "family_name": "Exempel", "born": "1991-05-05", "sex": "woman", "language": "ar",
    "protection": "none", "stamp": "1",
}  # fmt: skip


def at(what, about="", reference="amina"):
    return reverse("caseworker:details_change", args=[reference, what, *([about] if about else [])])


@pytest.fixture
def karin(signed_in):
    return signed_in("karin")


def seen(client, address):
    return {"seen": client.get(address).context["form"]["seen"].value()}


def labels(answer):
    return [(one.label, one.saved, one.written) for one in answer.context["stale"]]


def test_a_fact_that_two_tell(karin):
    address = at("uppgift", "received")
    known = seen(karin, address)
    assert karin.post(address, RECEIVED | known).status_code == 302
    answer = karin.post(address, RECEIVED | known | {"value": "2026-10-06"})
    assert answer.status_code == 422
    assert answer.context["form"].data["seen"] != str(known["seen"])
    assert [(saved, written) for _, saved, written in labels(answer)] == [
        ("5 oktober 2026", "6 oktober 2026")
    ]
    rows = Fact.objects.filter(
        person__reference="amina", code="received", replaced_at=None, recorded_by="karin"
    )
    assert [row.value for row in rows] == [{"day": "2026-10-05"}]
    # Having seen both, she may say what is to hold.
    again = RECEIVED | {"value": "2026-10-06", "seen": answer.context["form"].data["seen"]}
    assert karin.post(address, again).status_code == 302
    assert [row.value for row in rows.all()] == [{"day": "2026-10-06"}]


def test_the_same_form_twice_is_no_quarrel(karin):
    address = at("uppgift", "received")
    sent = RECEIVED | seen(karin, address)
    assert [karin.post(address, sent).status_code for _ in range(2)] == [302, 302]


def test_a_fact_of_a_period_that_two_tell(karin):
    address = at("uppgift", "work_experience")
    sent = {"value": "ja", "first_day": "2026-11-24", "origin": "Personen själv"} | seen(karin, address)
    assert karin.post(address, sent).status_code == 302
    answer = karin.post(address, sent | {"value": "nej", "first_day": "2026-11-20", "last_day": "2026-11-30"})
    assert [(saved, written) for _, saved, written in labels(answer)] == [
        ("Ja", "Nej"), ("24 november 2026", "20 november 2026"), ("(tomt)", "30 november 2026"),
    ]  # fmt: skip


def test_a_fact_opens_with_what_is_known(karin):
    karin.post(at("uppgift", "received"), RECEIVED | seen(karin, at("uppgift", "received")))
    assert 'value="2026-10-05"' in karin.get(at("uppgift", "received")).text
    never = {"not_happened": "on", "origin": "Personen själv"} | seen(karin, at("uppgift", "sfi_applied"))
    assert karin.post(at("uppgift", "sfi_applied"), never).status_code == 302
    assert karin.get(at("uppgift", "sfi_applied")).context["form"]["not_happened"].value() is True


@pytest.mark.parametrize(("code", "value", "status"), [
    ("received", "2027-01-20", 302),
    ("received", "2027-03-01", 422),
    ("registered_here_from", "2026-11-25", 422),
    ("registered_here_until", "2027-03-01", 302),
])  # fmt: skip
def test_days_that_have_not_been(karin, code, value, status):
    address = at("uppgift", code)
    assert karin.post(address, RECEIVED | seen(karin, address) | {"value": value}).status_code == status


def test_a_contact_way_that_two_change(karin):
    known = seen(karin, at("kontakt"))
    sms = {"contact_way": "sms", "phone": "0700000001"}
    assert karin.post(at("kontakt"), sms | known).status_code == 302
    answer = karin.post(at("kontakt"), {"contact_way": "in_person", **known})
    assert answer.status_code == 422
    assert labels(answer) == [
        ("Så vill personen bli nådd", "Sms", "Vid besök"), ("Telefon", "0700000001", "(tomt)"),
    ]  # fmt: skip
    assert Contact.objects.get(replaced_at=None).way == "sms"


def test_a_permit_that_two_tell(karin):
    known = seen(karin, at("tillstand"))
    told = {"ground": "p5_1", "permit_first": "2026-02-01", "permit_last": "2029-01-31",
            "extension_applied": "nej", "origin": "Migrationsverket", **known}  # fmt: skip
    assert karin.post(at("tillstand"), told).status_code == 302
    answer = karin.post(at("tillstand"), told | {"permit_last": "2028-01-31", "extension_applied": ""})
    assert answer.status_code == 422
    assert labels(answer) == [
        ("Gäller till", "31 januari 2029", "31 januari 2028"),
        ("Är förlängning sökt i tid?", "Nej", "Vet inte"),
    ]
    assert Permit.objects.get(person__reference="amina", replaced_at=None).last_day == date(2029, 1, 31)
    # Another permit takes no one's place.
    assert (
        karin.post(at("tillstand"), told | {"permit_first": "2029-02-01", "permit_last": ""}).status_code
        == 302
    )


def test_another_day_of_birth_is_asked_about_when_something_is_earlier(karin):
    people.household("hem-1", adults=("amina",), children=())
    people.enrol("barn")
    for child, guardian in (("amina", None), ("barn", "amina")):
        Guardianship.objects.create(
            child=Person.objects.get(reference=child), kind="guardian", first_day=date(1999, 1, 1),
            guardian=Person.objects.filter(reference=guardian).first(),
            guardian_name="" if guardian else "Gun Godman", recorded_at=people.NOW, recorded_by="karin",
        )  # fmt: skip
    answer = karin.post(at("identitet"), IDENTITY | {"born": "2026-11-20"})
    assert answer.status_code == 422
    for words in ("Tillståndet från", "Hushållet från", "Vårdnaden eller godmanskapet från 1 januari 1999",
                  "Svarar för ett barn från 1 januari 1999", "Först folkbokförd"):  # fmt: skip
        assert words in answer.text
    assert "Födelsedagen är rätt ändå" in answer.text
    assert Person.objects.get(reference="amina").born == date(1991, 5, 5)
    sure = karin.post(at("identitet"), IDENTITY | {"born": "2026-11-20", "earlier": "on"})
    assert sure.status_code == 302
    assert Person.objects.get(reference="amina").born == date(2026, 11, 20)


def test_nothing_is_asked_of_a_day_of_birth_that_stays_or_is_earlier(karin):
    assert "Födelsedagen är rätt ändå" not in karin.get(at("identitet")).text
    assert karin.post(at("identitet"), IDENTITY | {"born": "1991-05-04"}).status_code == 302
