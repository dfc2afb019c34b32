"""A rule explained for a person, on a day or in a week, why not another answer; and the plan."""

from datetime import date

import pytest
from django.urls import reverse

from byggsten.queries.rule_page import rule_page
from byggsten.records.models import ReadLog
from tests import people


def page_of(client, rule, reference="amina", **asked):
    return client.get(reverse("caseworker:rule", args=[reference, rule]), asked)


def test_the_answer_with_its_row_facts_and_sources(signed_in):
    page = page_of(signed_in("karin"), "målgrupp")
    step = page.context["step"]
    assert step.code == "ingår"
    assert step.text in page.text
    assert f"Rad {step.row} i tabellen avgjorde" in page.text
    permit = next(fact for fact in step.facts if fact.label == "Uppehållstillstånd")
    assert permit.source == "Migrationsverket"
    assert permit.recorded_at == people.BEFORE
    assert step.sources
    assert reverse("public:rule_table", args=["plikt", "målgrupp"]) in page.text


def test_another_day_gives_the_answer_of_that_day(signed_in):
    client = signed_in("karin")
    clock = page_of(client, "klocka_etableringsperiod").context["step"]
    later = page_of(client, "klocka_etableringsperiod", dag="2029-01-01").context["step"]
    assert (clock.code, later.code) == ("löper", "slut")


def test_the_next_change_is_the_day_on_which_the_answer_turns(signed_in):
    client = signed_in("karin")
    change = page_of(client, "klocka_etableringsperiod").context["change"]
    before = page_of(client, "klocka_etableringsperiod", dag=str(change["day"].replace(day=1)))
    turned = page_of(client, "klocka_etableringsperiod", dag=str(change["day"]))
    assert before.context["step"].code == "löper"
    assert turned.context["step"].code == "slut"
    assert turned.context["step"].outcome == change["after"]


def test_a_rule_about_a_week_names_the_week_and_keeps_it_in_links(signed_in, cast):
    people.tell(*(people.told(s, attended=0, absent=180) for s in cast))
    client = signed_in("karin")
    page = page_of(client, "person_vecka", vecka=str(people.WEEK))
    assert page.context["rests_on"] == people.WEEK
    assert page.context["change"] is None
    assert reverse("caseworker:week", args=["amina", people.WEEK]) in page.text
    # Without a week it is the last finished one, as in the work list.
    assert page_of(client, "person_vecka").context["step"].text == page.context["step"].text


def test_why_not_names_what_stands_in_the_way(signed_in):
    page = page_of(signed_in("karin"), "målgrupp", inte="utanför")
    assert page.context["instead"]
    blocked = page.context["blocked"]
    assert any(part for row in blocked for part, known in row.parts if known)
    first = next(part for row in blocked for part, _ in row.parts)
    assert first in page.text
    assert "ingår" not in dict(page.context["others"])


def test_an_outcome_that_does_not_exist_is_no_question(signed_in):
    page = page_of(signed_in("karin"), "målgrupp", inte="<b>")
    assert page.status_code == 200
    assert page.context["blocked"] == ()
    assert "<b>" not in page.text


def test_what_is_missing_is_named(signed_in, settings):
    settings.BYGGSTEN_LOCAL_RULES = ()
    page = page_of(signed_in("karin"), "person_vecka")
    assert page.context["step"].code == "okänt"
    assert page.context["step"].missing
    for label in page.context["step"].missing:
        assert label in page.text
    assert "Det här saknas" in page.text


@pytest.mark.parametrize("day", ["2026-13-40", "i går", "0000-01-01"])
def test_a_bad_day_is_shown_beside_its_field(signed_in, day):
    page = page_of(signed_in("karin"), "målgrupp", dag=day)
    assert page.status_code == 422
    assert page.context["wrong"]
    assert 'aria-describedby="dag-fel"' in page.text


def test_a_rule_that_does_not_exist_is_not_there(signed_in):
    assert page_of(signed_in("karin"), "finns_inte").status_code == 404
    assert not ReadLog.objects.exists()


@pytest.mark.parametrize(
    ("who", "whom", "status"), [("karin", "farah", 404), ("karin", "yusuf", 404), ("eva", "amina", 403)]
)
@pytest.mark.parametrize("page", ["rule", "plan"])
def test_who_may_not_open_the_case_sees_neither_rule_nor_plan(signed_in, page, who, whom, status):
    arguments = [whom, "målgrupp"] if page == "rule" else [whom]
    answer = signed_in(who).get(reverse(f"caseworker:{page}", args=arguments))
    assert answer.status_code == status
    assert not ReadLog.objects.exists()


def test_a_rule_takes_as_many_questions_whatever_it_is(cast, django_assert_num_queries):
    actor = people.acting("karin")
    with django_assert_num_queries(11):
        rule_page(actor, "amina", "målgrupp")
    people.tell(*(people.told(session) for session in cast))
    with django_assert_num_queries(11):
        rule_page(actor, "amina", "att_göra", day=date(2026, 11, 20))


def test_the_rule_in_english(signed_in):
    client = signed_in("karin")
    client.post(reverse("public:language"), {"language": "en", "next": "/"})
    step = page_of(client, "målgrupp").context["step"]
    assert step.label == "Target group"
    assert "residence permit" in " ".join([step.text, step.condition, *(f.label for f in step.facts)]).lower()


def test_the_plan_says_why_each_activity_is_there(signed_in):
    page = signed_in("karin").get(reverse("caseworker:plan", args=["amina"]))
    lines = {line.name: line for line in page.context["lines"]}
    assert set(lines) == {"Sfi kurs C", "Egna studier"}
    motive = lines["Sfi kurs C"].motives[0]
    assert (motive.block, motive.strengthens, motive.mechanism) == (
        "Svenska språket", True, "Undervisning i svenska",
    )  # fmt: skip
    assert "Stärker Svenska språket:" in page.text
    assert ReadLog.objects.get().page == "caseworker:plan"


def test_a_plan_that_has_not_begun_says_so_and_that_nobody_is_bound(signed_in):
    people.enrol("ny")
    people.plan_for("ny", first=date(2027, 1, 11), confirmed_on=None)
    client = signed_in("karin")
    page = client.get(reverse("caseworker:plan", args=["ny"]))
    assert "Planen gäller inte i dag" in page.text
    assert "Planen är inte bekräftad" in page.text


def test_no_plan_says_so_and_links_to_whether_the_municipality_owes_one(signed_in):
    people.enrol("ny")
    page = signed_in("karin").get(reverse("caseworker:plan", args=["ny"]))
    assert "Personen har ingen plan." in page.text
    assert reverse("caseworker:rule", args=["ny", "kommun_plan"]) in page.text
