"""The work list: whom it shows, in which order, and how few questions it takes."""

import pytest
from django.urls import reverse

from byggsten.actions import duty
from byggsten.domain.dates import Week
from byggsten.domain.requirement import required_minutes
from byggsten.queries.building_blocks import wall
from byggsten.queries.week_facts import judged_today
from byggsten.queries.work_counters import TODO
from byggsten.queries.work_list import work_list
from byggsten.records.models import PersonRead
from tests import people


def give(references, to="karin"):
    people.staff.assign(references, caseworker=to, first_day=people.START, by="test", at=people.BEFORE)


def test_nobody_yet_says_what_will_come(signed_in):
    page = signed_in("karin").get(reverse("caseworker:work_list"))
    assert "Du har inga deltagare än" in page.text


def test_the_most_urgent_comes_first_with_what_to_do_and_why(signed_in, cast):
    people.enrol("ny")
    give(["amina", "ny"])
    people.tell(*(people.told(s, attended=0, absent=180) for s in cast))
    duty.assess(["amina"], [people.WEEK], on=people.TODAY, by="test", at=people.NOW)
    page = signed_in("karin").get(reverse("caseworker:work_list"))
    names = [row.of.name for row in page.context["rows"]]
    assert names == ["Amina Exempel", "Ny Exempel"]
    first = page.context["rows"][0].of
    assert first.todo == "kontakta"
    assert "5 dagar i rad" in first.sentence
    assert first.attendance.percent == 0


def test_the_list_takes_as_many_questions_for_forty_people_as_for_two(cast, django_assert_num_queries):
    give(["amina"])
    actor = people.acting("karin")
    many = [f"p{n}" for n in range(40)]
    people.enrol(*many)
    for one in many:
        people.plan_for(one)
    give(many[:1])
    with django_assert_num_queries(13):
        assert work_list(actor, on=people.TODAY, language="sv").total == 2
    give(many)
    with django_assert_num_queries(13):
        assert work_list(actor, on=people.TODAY, language="sv").total == 41


def test_a_page_at_a_time_in_the_order_of_urgency(signed_in, cast):
    many = [f"p{n}" for n in range(30)]
    people.enrol(*many)
    give(many)
    client = signed_in("karin")

    def page(number):
        shown = client.get(reverse("caseworker:work_list"), {"sida": number}).context
        return [row.of.reference for row in shown["rows"]]

    assert (len(page(1)), len(page(2))) == (25, 5)
    assert set(page(1) + page(2)) == set(many)
    # A page that is not there is the last one.
    assert page(7) == page(2)


def test_a_list_that_loads_only_what_it_reads_answers_as_the_whole_case_does(cast):
    people.tell(*(people.told(s, attended=0, absent=180) for s in cast))
    duty.assess(["amina"], [people.WEEK.plus(-1), people.WEEK], on=people.TODAY, by="test", at=people.NOW)
    for on in (people.TODAY, people.WEEK.plus(2).monday):
        pruned = judged_today(["amina", "yusuf"], on, wanted=(TODO,))
        whole = judged_today(["amina", "yusuf"], on)
        for reference, assessment in pruned.items():
            other = whole[reference]
            assert assessment.explain(TODO)[TODO].text("sv") == other.explain(TODO)[TODO].text("sv")
            assert wall(assessment.case, on) == wall(other.case, on)
            week = Week.of(on)
            assert required_minutes(assessment.case, week, assessment.rules.duty) == required_minutes(
                other.case, week, other.rules.duty
            )


def test_only_names_and_whole_personal_numbers_find_anybody(signed_in, cast):
    give(["amina"])
    client = signed_in("karin")

    def found(search):
        return client.get(reverse("caseworker:work_list"), {"sok": search}).context["page"].paginator.count

    assert found("ami") == found("exempel amina") == 1
    # Neither language nor a part of a number is a search term (förordning 2001:637, 15 §).
    assert found("arabiska") == found("ar") == found("1991") == 0


def test_a_counter_filters_the_list(signed_in, cast):
    people.enrol("ny")
    give(["amina", "ny"])
    page = signed_in("karin").get(reverse("caseworker:work_list"))
    for counter in page.context["counters"]:
        one = page.client.get(reverse("caseworker:work_list"), {"att_gora": counter.of.todo})
        assert one.context["page"].paginator.count == counter.of.count


def test_who_is_shown_is_written_down(signed_in, cast):

    give(["amina"])
    signed_in("karin").get(reverse("caseworker:work_list"))
    assert list(PersonRead.objects.values_list("person", "reading__actor")) == [("amina", "karin")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_speaks_the_chosen_language(signed_in, cast, language):
    give(["amina"])
    client = signed_in("karin")
    client.post(reverse("public:language"), {"language": language})
    page = client.get(reverse("caseworker:work_list"))
    assert f'<html lang="{language}"' in page.text
    assert ("Work list" in page.text) == (language == "en")


def test_a_search_tells_nothing_of_one_person_without_showing_the_row(signed_in, cast):
    people.enrol("ny")
    give(["amina", "ny"])
    page = signed_in("karin").get(reverse("caseworker:work_list"), {"sok": "amina", "att_gora": "zzz"})
    assert page.context["page"].paginator.count == 0
    assert sum(c.of.count for c in page.context["counters"]) == 2


def test_a_long_search_is_no_error(signed_in, cast):
    assert signed_in("karin").get(reverse("caseworker:work_list"), {"sok": "a " * 1500}).status_code == 200


def test_another_language_never_leads_away(client, db):
    for back in ("sign_in", "foo", "//ond.example", "https://ond.example"):
        assert client.post(reverse("public:language"), {"language": "en", "next": back})["Location"] == "/"
