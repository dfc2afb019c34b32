"""The meeting about a plan, from the first reading to a plan that binds both, and its files."""

import re

import pytest
from django.urls import reverse
from icalendar import Calendar

from byggsten.records import models as m
from tests import people
from tests.gateways.plan_document.reading import opened, text_of


@pytest.fixture
def plan(cast):
    m.Plan.objects.filter(person__reference="amina").update(confirmed_on=None, confirmed_at=None)
    found = m.Plan.objects.get(person__reference="amina")
    m.PlanExtent.objects.create(
        plan=found, required=2400, reachable=900, chosen=900, reason="full", rules_version="x"
    )
    return found


def address(page="plan_confirm", reference="amina", version=1):
    return reverse(f"caseworker:{page}", args=[reference, version])


def seen(page):
    return re.search(r'name="seen" value="(\w+)"', page.text)[1]


def answer(client, language="ar", **told):
    page = client.get(address(), {"sprak": language})
    return client.post(address(), {"seen": seen(page), "sprak": language} | told, follow=True)


def test_the_text_is_shown_in_swedish_beside_the_persons_own_language(signed_in, plan):
    page = signed_in("karin").get(address())
    assert page.status_code == 200
    assert page.context["sheet"].language == "ar"
    assert "Innan något beslutas får du berätta varför." in page.text
    assert 'lang="ar" dir="rtl">قبل اتخاذ أي قرار' in page.text
    assert "Översättningen är inte granskad" in page.text
    assert "Ingen har svarat på den här texten" in page.text


def test_another_language_can_be_chosen_and_an_unknown_one_gives_the_persons(signed_in, plan):
    client = signed_in("karin")
    assert client.get(address(), {"sprak": "uk"}).context["sheet"].language == "uk"
    assert client.get(address(), {"sprak": "sv"}).context["sheet"].note is None
    assert client.get(address(), {"sprak": "xx"}).context["sheet"].language == "ar"


def test_both_say_yes_and_the_plan_binds_both(signed_in, plan):
    client = signed_in("karin")
    page = answer(client, stance="agrees", words="", person="1")
    assert "Skriv under för att bekräfta planen." in page.text
    page = answer(client, sign="1", read_aloud="on")
    assert "Planen är bekräftad av båda" in page.text
    assert "Karin Lind skrev under" in page.text
    plan.refresh_from_db()
    assert plan.confirmed_on == people.TODAY
    assert set(m.PriorNotice.objects.values_list("read_how", flat=True)) == {"at_the_meeting"}
    assert m.PlanSight.objects.get().language == "ar"


def test_a_signature_after_a_no_in_another_language_is_refused_and_says_what_to_do(signed_in, plan):
    client = signed_in("karin")
    answer(client, "sv", stance="agrees", person="1")
    answer(client, "ar", stance="disagrees", words="Nej.", person="1")
    page = client.get(address(), {"sprak": "sv"})
    assert "Fråga igen innan du skriver under." in page.text
    page = answer(client, "sv", sign="1")
    assert page.status_code == 422
    assert "Personen har senast sagt att hen inte håller med, på ett annat språk" in page.text
    plan.refresh_from_db()
    assert plan.confirmed_on is None


def test_a_change_of_mind_on_a_later_day_says_that_the_plan_still_stands(signed_in, plan):
    m.Plan.objects.filter(pk=plan.pk).update(confirmed_on=people.START, confirmed_at=people.BEFORE)
    page = answer(signed_in("karin"), stance="disagrees", words="Jag har ångrat mig.", person="1")
    assert "Svaret är sparat och skrivs ut i planen. Planen är fortfarande bekräftad." in page.text
    assert "Gör en ny version tillsammans med personen." in page.text
    assert "Ingen är bunden" not in page.text


def test_a_plan_confirmed_in_another_system_does_not_say_that_the_person_agreed(signed_in, plan):
    m.Plan.objects.filter(pk=plan.pk).update(confirmed_on=people.START, confirmed_at=people.BEFORE)
    client = signed_in("karin")
    page = client.get(address())
    told = "Bekräftad enligt ett annat system den 2 mars 2026. Inget svar från personen är antecknat här."
    assert told in page.text
    assert "Planen är bekräftad av båda" not in page.text
    paper = " ".join(text_of(client.get(address("plan_pdf")).content).split())
    assert "Inget svar från dig är antecknat här." in paper


def test_an_offer_says_that_it_binds_the_municipality_only(signed_in, plan):
    m.PlanExtent.objects.update(required=0, reason="senior")
    client = signed_in("karin")
    page = client.get(address())
    assert "Planen är ett erbjudande. Inga förhandsbesked lämnas." in page.text
    assert 'name="read_aloud"' not in page.text
    answer(client, stance="agrees", person="1")
    page = answer(client, sign="1")
    assert "Ni är överens om erbjudandet" in page.text
    assert "Det binder kommunen, inte personen." in page.text
    assert "Planen binder båda" not in page.text


def test_a_no_without_words_keeps_what_was_filled_in_and_says_what_to_do(signed_in, plan):
    client = signed_in("karin")
    page = client.post(
        address(), {"seen": "x", "sprak": "ar", "stance": "disagrees", "words": " ", "person": "1"}
    )
    assert page.status_code == 422
    assert "<title>Fel:" in page.text
    assert "Skriv med personens egna ord" in page.text
    assert re.search(r'value="disagrees"[^>]* checked', page.text)
    assert not m.PlanStance.objects.exists()


def test_nothing_chosen_is_told(signed_in, plan):
    page = signed_in("karin").post(address(), {"sprak": "ar", "person": "1"})
    assert page.status_code == 422
    assert "Välj vad personen säger." in page.text


def test_a_no_in_own_words_is_shown_and_stands_on_the_paper(signed_in, plan):
    client = signed_in("karin")
    words = "<b>Jag kan inte på kvällar.</b>"
    page = answer(client, stance="disagrees", words=words, person="1")
    assert "Personen håller inte med" in page.text
    assert "&lt;b&gt;Jag kan inte på kvällar.&lt;/b&gt;" in page.text
    paper = client.get(address("plan_pdf"), {"sprak": "uk"})
    assert words in " ".join(text_of(paper.content).split())


def test_an_answer_to_an_older_text_is_refused_and_the_new_text_shown(signed_in, plan):
    client = signed_in("karin")
    old = seen(client.get(address()))
    m.Activity.objects.filter(reference="sfi-c").update(name="Sfi kurs C, kväll")
    page = client.post(address(), {"seen": old, "sprak": "ar", "stance": "agrees", "person": "1"})
    assert page.status_code == 422
    assert "Planens text har ändrats" in page.text
    assert "Sfi kurs C, kväll" in page.text
    assert seen(page) != old


def test_a_wrong_click_is_put_right_the_same_day(signed_in, plan):
    client = signed_in("karin")
    answer(client, stance="agrees", person="1")
    answer(client, sign="1")
    answer(client, stance="disagrees", words="Fel ruta.", person="1")
    plan.refresh_from_db()
    assert plan.confirmed_on is None


def test_notices_that_were_not_read_say_so_and_can_be_noted_as_read(signed_in, plan):
    client = signed_in("karin")
    answer(client, stance="agrees", person="1")
    page = answer(client, sign="1")
    assert "Inte läst än. Frånvaro kan inte få följder." in page.text
    page = client.post(address(), {"read": "1", "sprak": "ar"}, follow=True)
    assert "Inte läst än" not in page.text
    assert set(m.PriorNotice.objects.values_list("read_how", flat=True)) == {"confirmed_orally"}


def test_the_guardian_answers_for_a_child(signed_in, plan):
    m.Person.objects.filter(reference="amina").update(born="2010-01-01")
    page = signed_in("karin").get(address())
    assert "Personen är under 18 år." in page.text
    assert "Vad säger vårdnadshavaren" in page.text


def test_opening_it_is_written_down(signed_in, plan):
    client = signed_in("karin")
    for page in ("plan_confirm", "plan_pdf", "plan_calendar"):
        client.get(address(page))
    assert list(m.PersonRead.objects.values_list("reading__page", flat=True)) == [
        "caseworker:plan_confirm", "caseworker:plan_pdf", "caseworker:plan_calendar",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "ar", "ti", "xx", ""])
def test_the_paper_is_a_pdf_whose_name_tells_nothing(signed_in, plan, language):
    answer = signed_in("karin").get(address("plan_pdf"), {"sprak": language})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    told = language if language in ("ar", "ti") else "sv"
    assert answer["Content-Disposition"] == f'inline; filename="plan-1-{told}.pdf"'
    with opened(answer.content) as document:
        assert len(document.pages) == 1


def test_the_calendar_file_can_be_read_back(signed_in, plan):
    answer = signed_in("karin").get(address("plan_calendar"))
    assert answer["Content-Disposition"] == 'attachment; filename="plan-1.ics"'
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} == {"Sfi kurs C"}
    assert len(events) == 5


def test_a_plan_of_somebody_else_takes_no_answer(signed_in, plan):
    client = signed_in("sara")
    assert client.post(address(), {"seen": "x", "stance": "agrees", "person": "1"}).status_code == 404
    assert not m.PlanStance.objects.exists()


def test_an_answer_that_came_while_the_page_was_open_is_not_written_over(signed_in, plan):
    client = signed_in("karin")
    sent = {"seen": seen(client.get(address())), "sprak": "ar", "answers": "0", "person": "1"}
    no = sent | {"stance": "disagrees", "words": "Jag hinner inte."}
    # The same click once more is no other answer; another answer from the old page is.
    assert [client.post(address(), no).status_code for _ in range(2)] == [302, 302]
    stale = client.post(address(), sent | {"stance": "agrees"})
    assert stale.status_code == 422
    assert "Någon har svarat medan sidan var öppen." in stale.text
    assert "Jag hinner inte." in stale.text


def test_a_guardian_whom_one_may_not_see_is_not_named_and_one_who_is_named_is_logged(signed_in, plan):
    amina = m.Person.objects.get(reference="amina")
    amina.born = people.date(2012, 1, 1)
    amina.save()
    for guardian in ("yusuf", "farah", "bana"):
        if guardian == "bana":
            people.enrol("bana")
        m.Guardianship.objects.create(
            child=amina, guardian=m.Person.objects.get(reference=guardian), kind="custodian",
            first_day=people.START, recorded_at=people.BEFORE, recorded_by="test",
        )  # fmt: skip
    page = signed_in("karin").get(address())
    assert "Bana Exempel" in page.text
    assert "Yusuf" not in page.text
    assert "Farah" not in page.text
    assert {row.person for row in m.PersonRead.objects.all()} == {"amina", "bana"}
