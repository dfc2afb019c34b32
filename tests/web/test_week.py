"""A week explained: both parties, the ledger, each hour with who said what, each rule with its reasons."""

from dataclasses import replace
from datetime import time
from types import SimpleNamespace

import pytest
from django.urls import reverse

from byggsten.domain.attendance import Witness
from byggsten.domain.dates import Minutes
from byggsten.queries.week_page import week_page
from byggsten.records.models import ReadLog, WeekLedger
from byggsten.web.caseworker.hours import told_days
from byggsten.web.caseworker.schedule import schedule
from tests import people


def page_of(client, week=people.WEEK, reference="amina"):
    return client.get(reverse("caseworker:week", args=[reference, str(week)]))


def test_a_week_that_is_not_stored_is_settled_on_the_spot(signed_in, cast):
    people.tell(*(people.told(s) for s in cast))
    assert not WeekLedger.objects.exists()
    page = page_of(signed_in("karin"))
    assert page.status_code == 200
    assert page.context["week"].ledger.attended == 900
    assert not WeekLedger.objects.exists()


def test_both_parties_come_first_and_the_sums_are_those_of_the_ledger(signed_in, cast):
    people.tell(people.told(cast[0]), people.told(cast[1], attended=60, absent=120))
    page = page_of(signed_in("karin"))
    person, municipality = page.context["parties"]
    assert (person.rule, municipality.rule) == ("person_vecka", "kommun_vecka")
    first = page.text.index(f"party-{person.rule}")
    second = page.text.index(f"party-{municipality.rule}")
    assert first < second < page.text.index("Timme för timme")
    states = {row.name: row.minutes for row in page.context["states"]}
    assert states == {"attended": 240, "invalid": 120, "unknown": 540}
    assert sum(states.values()) == page.context["week"].ledger.scheduled
    assert sum(row.minutes for row in page.context["owners"]) == page.context["week"].ledger.missing
    for row in page.context["owners"]:
        assert f">{row.label}</span>" in page.text.partition(f'id="{row.anchor}"')[2].partition("</tr>")[0]


def test_an_hour_says_who_said_what_when_and_why_it_counts_so(signed_in, cast):
    ill = {"attended": 0, "absent": 180}
    people.tell(
        people.told(cast[0], **ill, told_by="Eva Strand"),
        people.told(cast[0], **ill, witness=Witness.PARTICIPANT, reason="care_of_sick_child"),
    )
    page = page_of(signed_in("karin"))
    hour = page.context["days"][0].hours[0]
    said = {one.witness: one for one in hour.said}
    assert set(said) == {"Läraren", "Personen själv"}
    assert said["Läraren"].name == "Eva Strand"
    assert said["Läraren"].absent == 180
    assert said["Personen själv"].reason
    assert hour.why in page.text
    assert "borta 180 minuter" in page.text
    assert [(share.label, share.minutes) for share in hour.owners] == [("Barn och familj", 180)]
    assert f'id="{cast[0].reference}"' in page.text


def test_a_rule_step_shows_its_facts_numbers_and_sources(signed_in):
    people.household(children=())
    page = page_of(signed_in("karin"))
    required = next(step for step in page.context["steps"] if step.rule == "veckokrav")
    assert required.outcome == "40 timmar"
    assert required.sources
    number = next(number for number in required.numbers if number.since)
    assert number.source
    assert number.confidence
    extent = next(fact for fact in required.facts if fact.label == "Omfattning")
    assert extent.address.endswith("?vecka=2026-W47")
    assert extent.address in page.text


def test_an_empty_week_says_that_nothing_was_scheduled(signed_in):
    page = page_of(signed_in("karin"), people.WEEK.plus(-10))
    assert "Ingenting var schemalagt." in page.text


def test_sessions_that_overlap_stand_side_by_side_and_the_weekend_is_drawn_when_used(cast):
    week = week_page(people.acting("karin"), "amina", people.WEEK)
    first = week.hours[0]
    saturday = replace(first, session=replace(first.session, day=people.WEEK.days[5]))
    late = replace(first, session=replace(first.session, start=time(11, 30), minutes=Minutes(180)))
    after = replace(first, session=replace(first.session, start=time(12), minutes=Minutes(180)))
    made = SimpleNamespace(week=week.week, case=week.case, hours=(first, late, after, saturday))
    drawn = schedule(made)
    assert [day.day for day in drawn.days] == list(people.WEEK.days[:6])
    assert [(b.lane, b.lanes) for b in drawn.days[0].blocks] == [(0, 2), (1, 2), (0, 2)]
    assert drawn.days[0].blocks[1].from_top == "3.50"


@pytest.mark.parametrize("text", ["x", "2026-W60", "2026-11-24", "1990-W01", "0000-W01"])
def test_a_bad_week_is_answered_with_a_sentence(signed_in, text):
    page = page_of(signed_in("karin"), text)
    assert page.status_code == 404
    assert page.context["sentence"]
    assert not ReadLog.objects.exists()


@pytest.mark.parametrize(
    ("who", "whom", "status"),
    [("karin", "farah", 404), ("karin", "yusuf", 404), ("eva", "amina", 403), ("maria", "amina", 403)],
)
def test_who_may_not_open_the_case_may_not_open_its_week(signed_in, who, whom, status):
    assert page_of(signed_in(who), reference=whom).status_code == status
    assert not ReadLog.objects.exists()


def test_opening_a_week_is_written_down(signed_in):
    page_of(signed_in("karin"))
    assert list(ReadLog.objects.values_list("actor", "page", "purpose")) == [
        ("karin", "caseworker:week", "casework")
    ]


def test_a_week_takes_as_many_questions_however_much_was_told(cast, django_assert_num_queries):
    actor = people.acting("karin")
    with django_assert_num_queries(11):
        week_page(actor, "amina", people.WEEK)
    people.tell(*(people.told(session) for session in cast))
    people.meet(people.WEEK.plus(-1))
    with django_assert_num_queries(11):
        found = week_page(actor, "amina", people.WEEK)
    assert len(told_days(found, "en")) == 5


def test_the_hours_in_english(cast):
    people.tell(people.told(cast[0]))
    found = week_page(people.acting("karin"), "amina", people.WEEK)
    assert told_days(found, "en")[0].hours[0].why == "The teacher saw the participant."
