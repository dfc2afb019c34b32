"""The housing pages: the year against the municipal number, the checklist, and a home over time."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from byggsten.actions import housing, reception_steps
from byggsten.actions.people import record_facts
from byggsten.domain.dates import Period
from byggsten.domain.housing import HousingForm, Spell
from byggsten.domain.people import Fact
from byggsten.records.models import HousingSpell, MunicipalNumber, PersonRead, ReceptionStep
from tests import people

OVERVIEW = "/boende/"
AMINA = "/person/amina/boende/"
RECEIVED = date(2026, 10, 1)
HOME = {
    "form": "lodger",
    "first_day": "2026-10-01",
    "last_day": "",
    "place": "Campus Roslagen",
    "origin": "hon",
}


def assigned(*references, received=RECEIVED):
    facts = [
        Fact("assigned", True, Period(date(2026, 1, 1)), "Migrationsverket"),
        Fact("received", received, Period(date(2026, 1, 1)), "Migrationsverket"),
    ]
    record_facts(dict.fromkeys(references, facts), by="test", at=people.NOW)


@pytest.fixture
def year(cast):
    people.enrol("bahar", "dawit")
    assigned("amina", "bahar", "yusuf", "farah")
    assigned("dawit", received=date(2025, 5, 5))
    return cast


def test_an_unknown_municipal_number_is_said_and_none_is_made_up(signed_in, year):
    page = signed_in("karin").get(OVERVIEW).text
    # Yusuf has protected data, Farah is another unit's, Dawit came last year.
    assert "<strong>2</strong> anvisade är mottagna." in page
    assert "Kommuntalet är inte känt." in page
    assert "Skriv in kommuntalet" not in page


def test_the_manager_records_it_and_the_words_carry_the_meter(signed_in, year):
    client = signed_in("maria")
    assert "Skriv in kommuntalet" in client.get(OVERVIEW).text
    address = reverse("housing:number", args=[2026])
    wrong = client.post(address, {"number": "12", "source": ""})
    assert (wrong.status_code, "<title>Fel:" in wrong.text, 'value="12"' in wrong.text) == (422, True, True)
    told = {"number": "12", "source": "Länsstyrelsen 2025-10-01"}
    assert client.post(address, told).url == f"{OVERVIEW}?ar=2026"
    page = client.get(OVERVIEW).text
    for part in ("<strong>2 av 12</strong>", "Återstår: 10.", "--share: 16.6%", "Länsstyrelsen 2025-10-01"):
        assert part in page
    assert MunicipalNumber.objects.get().recorded_by == "maria"


@pytest.mark.parametrize(("number", "words"), [(2, "Kommuntalet är nått."), (1, "fler än kommuntalet")])
def test_a_number_that_is_reached_or_passed_is_said(signed_in, year, number, words):
    reception_steps.set_municipal_number(
        year=2026, number=number, source="beslut", by=people.acting("maria"), at=people.NOW
    )
    assert words in signed_in("karin").get(OVERVIEW).text


@pytest.mark.parametrize("asked", ["2025", "1999", "3000", "tvåtusen", "２０２５", "-1"])
def test_any_year_that_is_asked_for_is_answered(signed_in, year, asked):
    assert signed_in("karin").get(OVERVIEW, {"ar": asked}).status_code == 200


def test_the_caseworker_opens_people_from_the_list_and_the_manager_does_not(signed_in, year):
    address = reverse("housing:person", args=["amina"])
    assert f'href="{address}"' in signed_in("karin").get(OVERVIEW).text
    page = signed_in("maria").get(OVERVIEW).text
    assert ("Amina Exempel" in page, address in page, "Yusuf" in page, "Farah" in page) == (
        True, False, False, False,
    )  # fmt: skip


def test_those_who_are_shown_are_written_down(signed_in, year):
    signed_in("maria").get(OVERVIEW)
    shown = PersonRead.objects.filter(reading__page="housing:overview")
    assert set(shown.values_list("person", flat=True)) == {"amina", "bahar", "dawit"}
    assert {row.reading.purpose for row in shown} == {"housing"}


def test_few_in_a_form_are_hidden_from_the_manager(signed_in, year):
    housing.move_in(
        "amina", Spell(HousingForm.LODGER, Period(RECEIVED)), by=people.acting("karin"), at=people.NOW
    )
    page = signed_in("maria").get(OVERVIEW).text
    assert "<strong>–</strong> Inneboende" in page
    assert "<strong>1</strong> Inneboende" in signed_in("karin").get(OVERVIEW).text


def test_a_home_is_recorded_and_kept_when_something_is_wrong(signed_in, year):
    client = signed_in("karin")
    wrong = client.post(f"{AMINA}nytt/", HOME | {"form": "", "last_day": "2026-09-01"})
    assert wrong.status_code == 422
    for part in (
        "<title>Fel:",
        "Välj en boendeform.",
        "före den första",
        'value="2026-10-01"',
        'value="hon"',
    ):
        assert part in wrong.text
    assert client.post(f"{AMINA}nytt/", HOME).url == AMINA
    page = client.get(AMINA).text
    assert "Inneboende, Campus Roslagen." in page
    assert "Enligt: hon." in page
    # The button twice: the same home, once.
    client.post(f"{AMINA}nytt/", HOME)
    assert HousingSpell.objects.count() == 1


@pytest.mark.parametrize("day", ["2026-02-29", "0001-01-01", "2026", ""])
def test_a_day_that_cannot_be_is_refused(signed_in, year, day):
    answer = signed_in("karin").post(f"{AMINA}nytt/", HOME | {"first_day": day})
    assert (answer.status_code, HousingSpell.objects.count()) == (422, 0)


def test_an_overlap_and_a_stale_form_are_said(signed_in, year):
    client = signed_in("karin")
    client.post(f"{AMINA}nytt/", HOME | {"last_day": "2026-12-31"})
    overlap = client.post(f"{AMINA}nytt/", HOME | {"first_day": "2026-11-01"})
    assert (overlap.status_code, "Ett annat boende gäller redan 1 november 2026" in overlap.text) == (
        422,
        True,
    )
    row = HousingSpell.objects.get()
    address = f"{AMINA}2026-10-01/"
    assert client.post(address, HOME | {"form": "owned", "seen": row.pk}).url == AMINA
    stale = client.post(address, HOME | {"form": "none", "seen": row.pk})
    assert (stale.status_code, "Någon annan har ändrat" in stale.text) == (422, True)
    assert HousingSpell.objects.get(replaced_at=None).form == "owned"
    for seen in ("", "x", "9" * 40):
        assert client.post(address, HOME | {"seen": seen}).status_code == 422
    now = HousingSpell.objects.get(replaced_at=None)
    assert client.post(address, {"remove": "1", "seen": now.pk}).url == AMINA
    assert not HousingSpell.objects.filter(replaced_at=None).exists()


def test_the_checklist_counts_days_from_the_reception(signed_in, year):
    page = signed_in("karin").get(AMINA).text
    # Made-up decisions of the demo: help with the move within seven days.
    assert "Försenat: skulle vara klart 8 oktober 2026." in page
    assert "Klart: 0 av 8" in page


def test_a_step_is_ticked_undone_and_settled(signed_in, year):
    client, step = signed_in("karin"), f"{AMINA}steg/visa_bostad/"
    assert client.post(step, {"done": "1"}).url == AMINA
    page = client.get(AMINA).text
    assert "Klart 24 november 2026, av Karin Lind." in page
    assert "Klart: 1 av 8" in page
    client.post(step, {"undo": "1"})
    assert "Klart: 0 av 8" in client.get(AMINA).text
    told = {"due": "2026-12-24", "responsible": "Anna", "note": "Nycklar i skåpet"}
    client.post(step, told)
    page = client.get(AMINA).text
    assert "Senast 24 december 2026." in page
    assert "Nycklar i skåpet" in page
    wrong = client.post(step, told | {"due": "2026-02-30", "responsible": "x" * 201})
    assert (wrong.status_code, "till exempel 2026-11-24" in wrong.text) == (422, True)
    assert ReceptionStep.objects.get().responsible == "Anna"


def test_one_who_came_another_way_has_no_checklist_until_somebody_wants_it(signed_in, cast):
    other_way = Fact("assigned", False, Period(date(2026, 1, 1)), "personen")
    record_facts({"amina": [other_way]}, by="test", at=people.NOW)
    client = signed_in("karin")
    assert "kom på ett annat sätt" in client.get(AMINA).text
    assert "Klart: 0 av 8" in client.get(f"{AMINA}?checklista").text
    client.post(f"{AMINA}steg/sfi/", {"done": "1"})
    assert "Klart: 1 av 8" in client.get(AMINA).text


def test_without_a_decision_no_days_are_made_up(signed_in, year, settings):
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje",)
    page = signed_in("karin").get(AMINA).text
    assert "Kommunen har inte beslutat hur många dagar" in page
    assert "Försenat" not in page


def test_the_list_asks_no_more_questions_for_more_people(signed_in, year, django_assert_max_num_queries):
    client = signed_in("karin")
    client.get(OVERVIEW)
    many = [f"p{n}" for n in range(40)]
    people.enrol(*many)
    assigned(*many, received=people.TODAY - timedelta(days=30))
    with django_assert_max_num_queries(25):
        assert "Sida 1 av 2" in client.get(OVERVIEW).text
