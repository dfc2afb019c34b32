"""A household on one page: saved whole or not at all, without script."""

from datetime import date

import pytest
from django.urls import reverse

from byggsten.queries.cases import load_people
from byggsten.records.models import Assignment, Fact, Guardianship, Membership, Permit, Person
from tests import people

FAMILY = {
    "rows": "4", "token": "e" * 32, "mine": "on", "protection": "none", "language": "arabiska",
    "route": "assigned", "received": "2026-11-20", "way_origin": "Migrationsverket",
    "ground": "p5_1", "permit_first": "2026-10-01", "permit_origin": "Migrationsverket",
    "r0-given_name": "Mariam", "r0-family_name": "Saleh", "r0-born": "1988-03-03", "r0-sex": "woman",
    "r1-given_name": "Idris", "r1-family_name": "Saleh", "r1-born": "1985-02-02", "r1-sex": "man",
    "r2-given_name": "Noor", "r2-family_name": "Saleh", "r2-born": "2012-02-29", "r2-sex": "woman",
    "r3-given_name": "Adam", "r3-family_name": "Saleh", "r3-born": "2026-11-21", "r3-received": "2026-11-21",
    "r3-permit_first": "2026-11-21",
}  # fmt: skip
CASES = [f"2026-0000{n}" for n in range(1, 5)]


@pytest.fixture
def send(signed_in):
    client = signed_in("karin")

    def post(**changed):
        told = {**FAMILY, **{name.replace("__", "-"): value for name, value in changed.items()}}
        return client.post(reverse("caseworker:receive_household"), told)

    return post


def nobody_new():
    return not Person.objects.filter(reference__startswith="2026-").exists()


def test_the_empty_form_has_four_rows(signed_in):
    page = signed_in("karin").get(reverse("caseworker:receive_household"))
    assert page.status_code == 200
    assert len(page.context["rows"]) == 4


def test_a_family_of_four_is_registered_at_once(send, client):
    answer = send()
    assert answer["Location"] == reverse("caseworker:person", args=CASES[:1])
    family = Person.objects.filter(reference__in=CASES).order_by("reference")
    assert [one.given_name for one in family] == ["Mariam", "Idris", "Noor", "Adam"]
    stays = Membership.objects.filter(person__reference__in=CASES).order_by("reference")
    assert [(stay.role, stay.first_day) for stay in stays] == [
        ("adult", date(2026, 11, 20)), ("adult", date(2026, 11, 20)),
        ("child", date(2026, 11, 20)), ("child", date(2026, 11, 21)),
    ]  # fmt: skip
    assert stays.values("household").distinct().count() == 1
    noor = Guardianship.objects.filter(child__reference=CASES[2])
    assert {row.guardian.reference for row in noor} == set(CASES[:2])
    # She turns eighteen on 1 March: 2030 is no leap year.
    assert {(row.first_day, row.last_day) for row in noor} == {(date(2012, 2, 29), date(2030, 2, 28))}
    # A row's own days, and those of all.
    assert Permit.objects.get(person__reference=CASES[3]).first_day == date(2026, 11, 21)
    assert Permit.objects.get(person__reference=CASES[2]).first_day == date(2026, 10, 1)
    received = Fact.objects.get(person__reference=CASES[3], code="received")
    assert received.value == {"day": "2026-11-21"}
    assert Assignment.objects.filter(person__reference__in=CASES).count() == 4
    (mariam,) = load_people(CASES[:1]).values()
    assert len(mariam.household) == 3
    page = client.get(answer["Location"]).text
    assert "2026-00004" in page


def test_one_bad_row_and_nobody_is_registered(send):
    answer = send(r2__born="2012-02-30")
    assert answer.status_code == 422
    assert nobody_new()
    assert 'value="Mariam"' in answer.text
    assert "2012-02-30" in answer.text
    assert "id_r2-born_error" in answer.text


def test_a_baby_born_after_the_shared_days_is_named_in_the_own_row(send):
    answer = send(**{"r3-permit_first": "", "r3-received": ""}, first_registered="2026-11-20")
    assert answer.status_code == 422
    row = answer.context["rows"][3]
    assert set(row.errors) == {"permit_first", "received", "first_registered"}
    assert row.errors["received"] == [
        "Adam Saleh är född 21 november 2026, efter dagen för alla. Skriv barnets egna dagar i barnets rad."
    ]
    assert row.has_own_words
    assert not answer.context["form"].errors
    assert "Person 4: Först mottagen" in answer.text
    assert send(first_registered="2026-11-20", **{"r3-first_registered": "2026-11-23"}).status_code == 302


def test_all_that_is_wrong_is_told_at_once(send):
    answer = send(
        r0__born="nonsens",
        r1__born="2027-01-01",
        r2__answers="named",
        joins="x" * 65,
        permit_first="30/2 2026",
    )
    assert [sorted(row.errors) for row in answer.context["rows"]] == [
        ["born"], ["born"], ["guardian_name"], [],
    ]  # fmt: skip
    assert sorted(answer.context["form"].errors) == ["joins", "permit_first"]
    for words in ("Person 1: Födelsedag", "Person 2: Födelsedag", "Person 3: Namn på den som svarar"):
        assert words in answer.text
    assert "«30/2 2026» är ingen dag" in answer.text
    assert nobody_new()


def test_the_same_form_twice_registers_once(send):
    first = send()
    again = send()
    assert again.status_code == 302
    assert first["Location"] == again["Location"]
    assert Person.objects.filter(family_name="Saleh").count() == 4


def test_more_rows_keep_what_is_written_and_complain_of_nothing(send):
    answer = send(more="1", r0__born="nonsens")
    assert answer.status_code == 200
    assert len(answer.context["rows"]) == 6
    assert "nonsens" in answer.text
    assert "ds-validation-message" not in answer.text
    assert nobody_new()


def test_more_rows_have_an_end(send):
    assert len(send(more="1", rows="16").context["rows"]) == 16
    assert len(send(more="1", rows="9999999999").context["rows"]) == 6


def test_empty_rows_are_nobody_but_an_empty_form_is_refused(send):
    without = {f"r{n}__{name}": "" for n in range(4) for name in ("given_name", "family_name", "born")}
    answer = send(**without)
    assert answer.status_code == 422
    assert "Skriv minst en person" in answer.text


def test_a_child_without_an_adult_needs_somebody(send):
    alone = {f"r{n}__{name}": "" for n in (0, 1, 3) for name in ("given_name", "family_name", "born")}
    answer = send(**alone)
    assert answer.status_code == 422
    assert "Skriv vem som svarar för barnet" in answer.text
    named = {"r2-answers": "named", "r2-guardian_kind": "guardian"}
    assert "Skriv namnet" in send(**alone, **named).text
    assert send(**alone, **named, **{"r2-guardian_name": "Gun Godman"}).status_code == 302
    guard = Guardianship.objects.get(guardian_name="Gun Godman")
    assert (guard.kind, guard.first_day) == ("guardian", date(2026, 11, 20))


def test_the_same_number_on_two_rows(send):
    number = {"r0__number": "20000101-2384", "r0__born": "", "r0__sex": ""}
    answer = send(**number, r1__number="20000101-2384", r1__born="", r1__sex="")
    assert "Samma nummer står på två rader" in answer.text
    assert nobody_new()


def test_a_taken_number_is_told_at_its_row_and_nobody_is_registered(send):
    Person.objects.filter(reference="farah").update(number="200001012384")
    answer = send(r1__number="20000101-2384", r1__born="", r1__sex="")
    assert answer.status_code == 422
    assert answer.context["rows"][1].errors["number"]
    assert not answer.context["rows"][0].errors
    assert "farah" not in answer.text
    assert nobody_new()


def test_a_family_joins_somebody_who_lives_here(send):
    people.household("hem-1", adults=("amina",), children=())
    assert send(joins="amina").status_code == 302
    homes = set(
        Membership.objects.filter(reference__in=[*CASES, "amina"]).values_list("household", flat=True)
    )
    assert len(homes) == 1


def test_nobody_joins_somebody_one_may_not_see(send):
    answer = send(joins="farah")
    assert answer.status_code == 422
    assert "finns inte, eller är inte ditt att se" in answer.text
    assert nobody_new()


def test_somebody_alike_is_asked_about(send):
    alike = {"r0__given_name": "Amina", "r0__family_name": "Exempel", "r0__born": "1991-05-05"}
    answer = send(**alike)
    assert answer.status_code == 422
    assert "Är det någon av dem?" in answer.text
    assert nobody_new()
    assert send(**alike, none_of_them="amina").status_code == 302


def test_a_protected_family_is_seen_by_whoever_registered_it(send, client):
    answer = send(protection="protected_registration", mine="")
    assert client.get(answer["Location"]).status_code == 200
    assert Assignment.objects.filter(person__reference__in=CASES).count() == 4
