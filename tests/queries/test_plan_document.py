"""Everything that is printed of a plan, to those who may see it, and in words."""

from dataclasses import replace
from datetime import date, time

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.domain.dates import Period
from byggsten.domain.planning import BuildingBlock, Signatory
from byggsten.queries.plan_document import plan_called, plan_document
from byggsten.queries.plan_in_words import plan_sheet
from byggsten.queries.plan_times import times_of
from byggsten.queries.plan_week import Meeting
from byggsten.records import models as m
from tests import people
from tests.gateways.plan_document import plans


@pytest.fixture
def plan(db):
    people.hire("karin", "eva", "sara", "maria")
    people.enrol("amina")
    people.school(teacher="eva")
    people.plan_for("amina", confirmed_on=None)
    return m.Plan.objects.get()


def document(who="karin"):
    return plan_document(people.acting(who), "amina-plan-1")


def test_the_plan_with_its_week_its_blocks_and_its_versions(plan):
    people.staff.assign(["amina"], caseworker="karin", first_day=people.START, by="test", at=people.BEFORE)
    found = document()
    assert (found.person.name, found.version, found.period) == ("Amina Exempel", 1, Period(people.START))
    assert (found.unit, found.caseworker, found.signatory) == (people.UNIT, "Karin Lind", Signatory.PERSON)
    sfi, own = found.week
    assert (sfi.activity, sfi.place, sfi.minutes) == ("Sfi kurs C", "Campus Roslagen", 900)
    assert sfi.blocks == (BuildingBlock.LANGUAGE,)
    assert (own.activity, own.place, own.meetings, own.minutes) == ("Egna studier", "", (), 0)
    assert (found.required, found.chosen) == (None, 900)
    assert all((found.versions.rules, found.versions.catalogue, found.versions.wording))
    assert (found.author, found.confirmed_on, found.stances) == ("test", None, ())


def test_goals_promises_and_the_extent(plan):
    m.PlanGoal.objects.create(plan=plan, position=0, kind="self_support", due=date(2027, 8, 31))
    m.PlanPromise.objects.create(plan=plan, position=0, party="region", words="Kallar till läkare.")
    m.PlanExtent.objects.create(
        plan=plan, required=2400, reachable=1200, chosen=900, reason="full", rules_version="x"
    )
    found = document()
    assert [goal.kind for goal in found.goals] == ["self_support"]
    assert (found.required, found.reachable, found.chosen, found.reason) == (2400, 1200, 900, "full")
    sheet = plan_sheet(found, "sv")
    assert [one.text for one in sheet.hours] == [
        "15 timmar i veckan",
        "40 timmar i veckan krävs.",
        "Du deltar på heltid.",
        "20 timmar har kommunen inte kunnat erbjuda. De krävs inte av dig.",
    ]
    assert [line.party.text for line in sheet.parties] == ["Jag", "Kommunen", "Regionen"]


def test_a_goal_in_words_from_another_system_is_a_goal(plan):
    m.Plan.objects.update(goal="Jag ska bli svetsare.")
    assert [goal.words for goal in document().goals] == ["Jag ska bli svetsare."]


def test_it_takes_as_many_questions_however_many_activities(plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        document()
    for n in range(6):
        people.plan_for("amina", first=date(2024, n + 1, 1), last=date(2024, n + 1, 2), version=n + 2)
    with django_assert_max_num_queries(22):
        document()


@pytest.mark.parametrize(
    ("who", "refusal"), [("sara", NothingHere), ("eva", NotInYourRole), ("maria", NotInYourRole)]
)
def test_who_may_not_see_it(plan, who, refusal):
    with pytest.raises(refusal):
        document(who)
    with pytest.raises(refusal):
        plan_called(people.acting(who), "amina", 1)
    with pytest.raises(refusal):
        plan_document(people.acting(who), "finns-inte")


def test_a_plan_is_found_by_its_version_and_a_withdrawn_one_is_not(plan):
    actor = people.acting("karin")
    assert plan_called(actor, "amina", 1) == "amina-plan-1"
    with pytest.raises(NothingHere):
        plan_called(actor, "amina", 2)
    m.Plan.objects.update(withdrawn_at=people.NOW)
    with pytest.raises(NothingHere):
        plan_called(actor, "amina", 1)
    with pytest.raises(NothingHere):
        document()


def test_hours_that_were_within_reach_but_not_chosen_are_not_called_the_municipalitys():
    sheet = plan_sheet(replace(plans.PLAN, reachable=2400), "sv")
    assert not any("inte kunnat erbjuda" in one.text for one in sheet.hours)


def test_the_text_of_a_plan_is_in_both_languages_and_says_nothing_of_answers():
    text = plan_sheet(plans.DISAGREED, "ar").as_text()
    assert text == plan_sheet(plans.PLAN, "ar").as_text()
    assert "Mitt mål" not in text
    assert "Innan något beslutas får du berätta varför. | قبل" in text
    assert "måndag–torsdag | الاثنين–الخميس: 08.30–12.30 | 08:30–12:30" in text
    assert "Översättningen är inte granskad" in text
    assert "granskad" not in plan_sheet(plans.PLAN, "sv").as_text()


def test_a_language_that_we_have_no_words_in_gives_swedish():
    sheet = plan_sheet(plans.PLAN, "tlh")
    assert (sheet.language, sheet.note) == ("sv", None)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((1, 2, 3, 4), "måndag–torsdag"),
        ((1, 2), "måndag, tisdag"),
        ((1, 3, 5), "måndag, onsdag, fredag"),
        ((5, 6, 7), "fredag–söndag"),
        ((7,), "söndag"),
    ],
)
def test_days_with_the_same_hours_are_told_together(days, words):
    met = [Meeting(day, time(8, 30), 90, plans.YEAR) for day in days]
    (line,) = times_of(met, "sv")
    assert (line.days.text, line.clock.text) == (words, "08.30–10.00")


def test_an_activity_with_other_days_than_the_plan_says_so():
    short = replace(plans.WEEK[0], period=Period(date(2027, 1, 11), date(2027, 3, 31)))
    sheet = plan_sheet(replace(plans.PLAN, week=(short,)), "sv")
    assert sheet.week[0].days.text == "från 11 januari 2027 till 31 mars 2027"
