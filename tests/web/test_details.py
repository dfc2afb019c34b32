"""The page of everything that is recorded about a person, and each change to it."""

from datetime import date

import pytest
from django.urls import reverse

from byggsten.records.models import Contact, Fact, Guardianship, Membership, Permit, Person
from tests import people

IDENTITY = {
    "given_name": "Amina", "family_name": "Exempel", "born": "1991-05-05", "sex": "woman", "language": "ar",
    "protection": "none", "stamp": "1",
}  # fmt: skip


def at(what="", about="", reference="amina"):
    if not what:
        return reverse("caseworker:details", args=[reference])
    return reverse("caseworker:details_change", args=[reference, what, *([about] if about else [])])


@pytest.fixture
def karin(signed_in):
    return signed_in("karin")


def seen(client, *address):
    """What the form knows when it is opened."""
    return {"seen": client.get(at(*address)).context["form"]["seen"].value()}


def test_all_that_is_recorded_stands_there_with_its_origin(karin):
    people.household("hem-1", adults=("amina",))
    page = karin.get(at())
    assert page.status_code == 200
    for words in ("Amina Exempel", "arabiska", "Flykting eller alternativt skyddsbehövande",
                  "Migrationsverket", "Skolår före Sverige", "Utan eget ärende", "född 2020"):  # fmt: skip
        assert words in page.text


def test_a_changed_contact_way_keeps_the_old_one(karin):
    sms = {"contact_way": "sms", "phone": "0700000001"}
    assert karin.post(at("kontakt"), sms)["Location"] == at()
    karin.post(at("kontakt"), sms)
    karin.post(at("kontakt"), {"contact_way": "in_person", **seen(karin, "kontakt")})
    assert [row.way for row in Contact.objects.order_by("pk")] == ["sms", "in_person"]
    page = karin.get(at())
    assert "Vid besök" in page.text
    assert "Tidigare kontaktvägar" in page.text
    assert karin.post(at("kontakt"), {"contact_way": "phone"}).status_code == 422
    assert karin.post(at("kontakt"), {"phone": "0700000001"}).status_code == 422
    assert karin.post(at("kontakt"), {}).status_code == 422


def test_a_permit_is_added_and_another_end_takes_the_place_of_the_known_one(karin):
    told = {"ground": "p5_1", "permit_first": "2026-02-01", "permit_last": "2029-01-31",
            "extension_applied": "nej", "origin": "Migrationsverket", **seen(karin, "tillstand")}  # fmt: skip
    assert karin.post(at("tillstand"), told).status_code == 302
    old, new = Permit.objects.filter(person__reference="amina").order_by("pk")
    assert (old.replaced_at, new.last_day, new.extension_applied) == (people.NOW, date(2029, 1, 31), False)
    before = karin.post(at("tillstand"), told | {"permit_first": "1950-01-01"})
    assert "före födelsedagen" in before.text
    assert karin.post(at("tillstand"), told | {"permit_last": "2020-01-01"}).status_code == 422
    assert karin.post(at("tillstand"), told | {"ground": "p9"}).status_code == 422


@pytest.mark.parametrize(("code", "sent", "kept"), [
    ("schooling_years", {"value": "12", "first_day": "2026-11-24"}, 12),
    ("work_experience", {"value": "ja", "first_day": "2026-11-24"}, True),
    ("work_experience", {"value": "nej", "first_day": "2026-11-24", "last_day": "2026-12-24"}, False),
    ("sfi_applied", {"value": "2026-10-01"}, {"day": "2026-10-01"}),
    ("sfi_applied", {"not_happened": "on"}, None),
])  # fmt: skip
def test_a_fact_is_told_in_its_own_kind(karin, code, sent, kept):
    sent = sent | {"origin": "Personen själv"} | seen(karin, "uppgift", code)
    assert karin.post(at("uppgift", code), sent).status_code == 302
    row = Fact.objects.filter(person__reference="amina", code=code).order_by("-pk").first()
    assert (row.value, type(row.value), row.recorded_by) == (kept, type(kept), "karin")


@pytest.mark.parametrize(("code", "sent"), [
    ("schooling_years", {"value": "tolv", "first_day": "2026-11-24"}),
    ("schooling_years", {"value": "-1", "first_day": "2026-11-24"}),
    ("schooling_years", {"value": "", "first_day": "2026-11-24"}),
    ("work_experience", {"value": "kanske", "first_day": "2026-11-24"}),
    ("work_experience", {"value": "ja", "first_day": "2026-11-24", "last_day": "2026-11-01"}),
    ("sfi_applied", {"value": "2026-02-29"}),
    ("sfi_applied", {"value": "1980-01-01"}),
    ("sfi_applied", {"value": "2026-10-01", "not_happened": "on"}),
    ("sfi_applied", {}),
])  # fmt: skip
def test_a_fact_that_cannot_be_is_explained(karin, code, sent):
    known = Fact.objects.count()
    answer = karin.post(at("uppgift", code), sent | {"origin": "Personen själv"})
    assert answer.status_code == 422
    assert Fact.objects.count() == known


def test_only_what_somebody_can_tell_is_told_by_hand(karin):
    for odd in ("born", "children", "plan_first_day", "scheduled", "nonsens"):
        assert karin.get(at("uppgift", odd)).status_code == 404
        assert karin.get(reverse("caseworker:details_fact", args=["amina"]), {"code": odd}).status_code == 404
    chosen = karin.get(reverse("caseworker:details_fact", args=["amina"]), {"code": "sfi_applied"})
    assert chosen["Location"] == at("uppgift", "sfi_applied")


def test_a_corrected_name(karin):
    assert karin.post(at("identitet"), IDENTITY | {"family_name": "Ny"}).status_code == 302
    amina = Person.objects.get(reference="amina")
    assert (amina.family_name, amina.stamp) == ("Ny", 2)


def test_a_stale_form_overwrites_nothing_and_shows_both_values(karin):
    karin.post(at("identitet"), IDENTITY | {"family_name": "Först"})
    answer = karin.post(at("identitet"), IDENTITY | {"family_name": "Sedan", "interpreter": "on"})
    assert answer.status_code == 422
    assert "Först" in answer.text
    assert "Sedan" in answer.text
    assert Person.objects.get(reference="amina").family_name == "Först"
    labels = [one.label for one in answer.context["stale"]]
    assert labels == ["Efternamn", "Behöver tolk"]
    # Having seen both, she may say what is to hold.
    sent = IDENTITY | {"family_name": "Sedan", "stamp": answer.context["form"].data["stamp"]}
    assert karin.post(at("identitet"), sent).status_code == 302
    assert Person.objects.get(reference="amina").family_name == "Sedan"


def test_protecting_somebody_without_a_caseworker_keeps_her_within_reach(karin):
    assert karin.post(at("identitet"), IDENTITY | {"protection": "secrecy_marking"}).status_code == 302
    assert karin.get(at()).status_code == 200


@pytest.mark.parametrize(("changed", "field"), [
    ({"born": "2027-01-01"}, "born"),
    ({"born": ""}, "born"),
    ({"given_name": "", "family_name": ""}, "given_name"),
    ({"number": "1"}, "number"),
    ({"stamp": "x"}, "stamp"),
])  # fmt: skip
def test_an_impossible_identity(karin, changed, field):
    answer = karin.post(at("identitet"), IDENTITY | changed)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]


def test_moving_in_and_out(karin):
    people.enrol("bror")
    people.household("hem-1", adults=("amina",), children=())
    sent = {"joins": "amina", "role": "adult", "first_day": "2026-11-01"}
    assert karin.post(at("hushall", reference="bror"), sent).status_code == 302
    assert "Amina Exempel" in karin.get(at(reference="bror")).text
    people.enrol("syster")
    karin.post(at("hushall", reference="syster"), sent | {"joins": "bror"})
    people.enrol("granne")
    # Nobody lives in two homes on one day.
    twice = karin.post(at("hushall", reference="bror"), sent | {"joins": "granne", "first_day": "2026-11-20"})
    assert twice.status_code == 422
    assert "hör redan till ett annat hushåll" in twice.text
    stay = Membership.objects.get(person__reference="bror")
    address = at("avsluta-hushall", stay.pk, reference="bror")
    assert karin.post(address, {"last_day": "2026-10-01"}).status_code == 422
    assert karin.post(address, {"last_day": "2026-11-19"}).status_code == 302
    moved = karin.post(at("hushall", reference="bror"), sent | {"joins": "granne", "first_day": "2026-11-20"})
    assert moved.status_code == 302
    old, ended, new = Membership.objects.filter(person__reference="bror").order_by("pk")
    assert (old.replaced_at, ended.last_day, new.household.reference) == (
        people.NOW, date(2026, 11, 19), "hem-granne",
    )  # fmt: skip
    for odd in ({"joins": "bror"}, {"joins": "farah"}, {"first_day": "1950-01-01"}):
        assert karin.post(at("hushall", reference="bror"), sent | odd).status_code == 422


def test_a_child_whose_home_is_unknown_is_a_child_there(karin):
    people.enrol("barn", "bror")
    Person.objects.filter(reference="barn").update(born=date(2015, 3, 1))
    sent = {"joins": "barn", "role": "adult", "first_day": "2026-11-01"}
    assert karin.post(at("hushall", reference="bror"), sent).status_code == 302
    roles = dict(Membership.objects.values_list("reference", "role"))
    assert roles == {"barn": "child", "bror": "adult"}


def test_a_guardian_comes_and_goes(karin):
    people.enrol("barn")
    Person.objects.filter(reference="barn").update(born=date(2015, 3, 1))
    sent = {"kind": "guardian", "guardian_name": "Gun Godman", "first_day": "2026-11-01"}
    assert karin.post(at("vardnad", reference="barn"), sent).status_code == 302
    row = Guardianship.objects.get()
    assert row.last_day == date(2033, 2, 28)
    assert "Gun Godman" in karin.get(at(reference="barn")).text
    ended = karin.post(at("avsluta-vardnad", row.pk, reference="barn"), {"last_day": "2026-11-20"})
    assert ended.status_code == 302
    own = {"kind": "custodian", "guardian": "amina", "first_day": "2026-11-21"}
    assert karin.post(at("vardnad", reference="barn"), own).status_code == 302
    assert "barn" in karin.get(at()).text
    assert Guardianship.objects.filter(replaced_at=None).count() == 2


@pytest.mark.parametrize("changed", [
    {"first_day": "2010-01-01"},
    {"first_day": "2033-03-01"},
    {"last_day": "2034-01-01"},
    {"guardian_name": ""},
    {"guardian": "amina"},
    {"guardian_name": "", "guardian": "farah"},
    {"guardian_name": "", "guardian": "barn"},
    {"kind": "ängel"},
])  # fmt: skip
def test_a_guardian_who_cannot_be(karin, changed):
    people.enrol("barn")
    Person.objects.filter(reference="barn").update(born=date(2015, 3, 1))
    sent = {"kind": "guardian", "guardian_name": "Gun Godman", "first_day": "2026-11-01"} | changed
    assert karin.post(at("vardnad", reference="barn"), sent).status_code == 422
    assert not Guardianship.objects.exists()


def test_rows_of_others_are_nothing(karin):
    people.household("hem-1", adults=("amina",), children=())
    stay = Membership.objects.get()
    people.enrol("bror")
    for address in (at("avsluta-hushall", stay.pk, reference="bror"), at("avsluta-vardnad", 99)):
        assert karin.post(address, {"last_day": "2026-11-20"}).status_code == 422
    assert karin.get(at("nonsens")).status_code == 404
    assert karin.get(at("kontakt", reference="farah")).status_code == 404


def test_nobody_is_named_whom_one_may_not_see(karin):
    people.household("hem-1", adults=("amina", "yusuf", "farah"), children=())
    page = karin.get(at())
    assert "Yusuf" not in page.text
    assert "Farah" not in page.text
    assert "Ingen annan som du får se" in page.text
