"""A person's page: what it says, to whom, in how many questions, and that it is written down who looked."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from byggsten.actions import diary
from byggsten.actions.people import record_households
from byggsten.domain.dates import Period
from byggsten.domain.people import Member, MemberRole
from byggsten.queries.person_page import person_page
from byggsten.records.models import Person, PersonRead, ReadLog
from byggsten.web.caseworker.schedule import schedule
from tests import people


def page_of(client, reference="amina", **asked):
    return client.get(reverse("caseworker:person", args=[reference]), asked)


def test_the_page_says_what_to_do_and_where_that_is_explained(signed_in, cast):
    people.tell(*(people.told(s, attended=0, absent=180) for s in cast))
    page = page_of(signed_in("karin"))
    todo = page.context["todo"]
    assert todo.code == "kontakta"
    assert "5 dagar i rad" in todo.text
    assert todo.text in page.text
    assert f'href="{todo.address}"' in page.text


def test_the_facts_of_the_head(signed_in):
    page = page_of(signed_in("karin"))
    assert "Född 1991" in page.text
    assert "Talar arabiska" in page.text
    # The permit began on 1 February 2026, which is day one.
    assert page.context["period"].number == (people.TODAY - date(2026, 2, 1)).days + 1
    assert f"Dag {page.context['period'].number} av " in page.text


def test_each_answer_has_a_way_to_its_explanation(signed_in):
    page = page_of(signed_in("karin"))
    told = [*page.context["identity"], *page.context["municipality_side"].left]
    assert {answer.rule for answer in told} >= {"målgrupp", "kategori", "väg", "prioritet", "nyanländ"}
    for answer in told:
        assert f'href="{answer.address}"' in page.text


def test_the_wall_names_what_strengthens_a_block(signed_in):
    wall = {placed.brick.block.value: placed.brick for placed in page_of(signed_in("karin")).context["wall"]}
    assert wall["language"].strengthened_by == ("Egna studier", "Sfi kurs C")
    assert wall["language"].state_text == "Pågår"
    assert wall["security"].state_text == "Inte börjat"


def test_the_week_is_compared_with_what_is_required(signed_in):
    people.household(children=())
    page = page_of(signed_in("karin"), vecka=str(people.WEEK))
    ledger = page.context["week"].ledger
    assert (ledger.required, ledger.scheduled, ledger.gap) == (2400, 900, 1500)
    assert "<strong>15 av 40 timmar</strong> är planerade. 25 timmar saknas." in page.text
    assert "?vecka=2026-W46#week" in page.text
    assert "?vecka=2026-W48#week" in page.text


def test_sessions_are_placed_by_the_clock(cast):
    week = person_page(people.acting("karin"), "amina", people.WEEK).week
    drawn = schedule(week)
    assert [day.day for day in drawn.days] == list(people.WEEK.days[:5])
    block = drawn.days[0].blocks[0]
    assert (block.from_top, block.hours, block.start, block.end) == ("1.00", "3.00", time(9), time(12))
    assert (block.lane, block.lanes) == (0, 1)


def test_the_missing_time_of_the_finished_week_has_owners_that_add_up(signed_in, cast):
    people.household(children=())
    people.tell(people.told(cast[0]), people.told(cast[1], attended=0, absent=180))
    page = page_of(signed_in("karin"))
    owners = {row.name: row.minutes for row in page.context["owners"]}
    # One day was her own, three days nobody has told of, and the rest was never scheduled.
    assert owners == {"person": 180, "municipality": 1500, "unknown": 540}
    assert sum(owners.values()) + 180 == page.context["whole"] == 2400
    week = reverse("caseworker:week", args=["amina", people.WEEK])
    for owner in owners:
        assert f'href="{week}#agare-{owner}"' in page.text


def test_clocks_count_the_days_to_and_including_the_last(signed_in):
    page = page_of(signed_in("karin"))
    clocks = {clock.rule: clock for clock in page.context["running"]}
    period = clocks["klocka_etableringsperiod"]
    assert period.start == date(2026, 2, 1)
    assert period.left == (period.end - people.TODAY).days + 1
    assert [c.left for c in page.context["running"]] == sorted(c.left for c in clocks.values())
    assert period.address in page.text


def test_an_act_is_told_in_words_and_one_without_words_plainly(signed_in):
    diary.write("plan.confirmed", by="karin", at=people.NOW, person="amina", plan="p-7")
    diary.write("something.new", by="omar", at=people.NOW, person="amina")
    diary.write("plan.confirmed", by="karin", at=people.NOW, person="farah")
    page = page_of(signed_in("karin"))
    acts = [(one.title, one.text, one.who) for one in page.context["timeline"] if one.day == people.TODAY]
    assert sorted(acts) == [
        ("Planen bekräftades av båda parter", "Plan p-7", "Karin Lind"),
        ("Ärendet ändrades", "", "Omar Haddad"),
    ]


def test_opening_the_page_is_written_down_and_shown_to_the_next(client, signed_in):
    assert "Ingen har öppnat ärendet tidigare" in page_of(signed_in("karin")).text
    assert list(PersonRead.objects.values_list("person", "reading__actor", "reading__page")) == [
        ("amina", "karin", "caseworker:person")
    ]
    page = page_of(signed_in("omar"))
    assert [opening.by for opening in page.context["openings"]] == ["Karin Lind"]


@pytest.mark.parametrize(("who", "whom"), [("karin", "farah"), ("sara", "amina"), ("karin", "yusuf")])
def test_another_units_person_and_one_who_is_protected_are_not_there(signed_in, who, whom):
    assert page_of(signed_in(who), whom).status_code == 404
    assert not ReadLog.objects.exists()


def test_only_the_named_caseworker_sees_a_protected_person_and_that_it_is_so(signed_in):
    people.staff.assign(["yusuf"], caseworker="omar", first_day=people.START, by="test", at=people.BEFORE)
    page = page_of(signed_in("omar"), "yusuf")
    assert page.status_code == 200
    assert "Sekretessmarkering" in page.text
    assert page_of(signed_in("karin"), "yusuf").status_code == 404


@pytest.mark.parametrize("who", ["eva", "maria"])
def test_teachers_and_managers_open_no_case(signed_in, who):
    assert page_of(signed_in(who)).status_code == 403


@pytest.mark.parametrize("week", ["x", "2026-W99", "1990-W01", ""])
def test_a_week_that_cannot_be_shown_is_answered_with_a_sentence(signed_in, week):
    page = page_of(signed_in("karin"), vecka=week)
    assert page.status_code == 404
    assert page.context["sentence"]
    assert page.context["sentence"] in page.text.replace("&#x27;", "'")


def test_a_page_takes_as_many_questions_however_much_there_is_in_the_case(cast, django_assert_num_queries):
    actor = people.acting("karin")
    with django_assert_num_queries(16):
        person_page(actor, "amina", people.WEEK)
    weeks = [people.WEEK.plus(-n) for n in range(1, 8)]
    met = [session for week in weeks for session in people.meet(week)]
    people.tell(*(people.told(session) for session in met))
    for n in range(5):
        diary.write("plan.confirmed", by="karin", at=people.NOW + timedelta(minutes=n), person="amina")
    with django_assert_num_queries(16):
        person_page(actor, "amina", people.WEEK)


def test_the_page_in_english(signed_in):
    client = signed_in("karin")
    client.post(reverse("public:language"), {"language": "en", "next": "/"})
    page = page_of(client)
    assert page.context["todo"].label == "To do"
    assert 'lang="en"' in page.text


def test_a_clock_says_its_start_its_length_what_is_not_counted_and_why(signed_in):
    people.people.record_facts(
        {"amina": [people.Fact("programme_decided", date(2026, 3, 1), people.Period(date(2026, 3, 1)), "AF"),
                   people.Fact("programme_days_outside", 30, people.Period(date(2026, 3, 1)), "AF"),
                   people.Fact("asylum_housing_at_registration", False, people.Period(people.START), "AF")]},
        by="test", at=people.NOW,
    )  # fmt: skip
    page = page_of(signed_in("karin"))
    clock = next(c for c in page.context["running"] if c.rule == "klocka_program")
    # 24 months from 1 March 2026, and the thirty days outside.
    assert (clock.start, clock.end) == (date(2026, 3, 1), date(2028, 3, 1) + timedelta(days=30))
    assert [(n.value, n.unit) for n in clock.lengths] == [("24", "månader")]
    assert [p.value for p in clock.pauses] == ["30 dagar"]
    assert clock.sources[0].startswith("Förordning (2017:820)")
    assert clock.confidence
    for words in ("24 månader", "30 dagar", "Dagar utanför programmet", clock.sources[0]):
        assert words in page.text


def test_any_past_day_can_be_asked_for(signed_in):
    client = signed_in("karin")
    page = page_of(client, dag="2026-02-01")
    assert "Sidan visar hur det var 1 februari 2026" in page.text
    assert page.context["period"].number == 1
    # The plan began in March, and the ways to the explanations keep the day.
    assert "?dag=2026-02-01" in page.context["identity"][0].address
    assert page.context["week"].week.monday == date(2026, 1, 26)
    before_the_permit = page_of(client, dag="2026-01-31")
    assert before_the_permit.context["identity"][0].code == "utanför"


@pytest.mark.parametrize("day", ["2026-02-30", "i går", "0001-01-01"])
def test_a_day_that_is_none_is_told_beside_its_field(signed_in, day):
    page = page_of(signed_in("karin"), dag=day)
    assert page.status_code == 422
    assert "<title>Fel:" in page.text
    assert f'value="{day}"' in page.text
    assert page.context["asked"] is None


def test_one_outside_the_strategy_is_told_why_and_where_to_turn(signed_in):
    people.people.record_permits(
        {"amina": [people.Permit("work", people.Period(date(2026, 11, 1)), origin="Migrationsverket")]},
        by="test", at=people.NOW,
    )  # fmt: skip
    people.people.record_permits(
        {"amina": [people.Permit("p5_1", people.Period(date(2026, 2, 1), date(2026, 10, 31)))]},
        by="test", at=people.NOW,
    )  # fmt: skip
    page = page_of(signed_in("karin"))
    assert "Omfattas inte av strategin" in page.text
    assert "Är här för att arbeta eller studera." in page.text
    assert "Vuxenutbildningen" in page.text
    assert page.context["turn_to"].code == "vuxenutbildningen"
    assert "Omfattas inte av strategin" not in page_of(signed_in("karin"), dag="2026-06-01").text


def test_the_timeline_is_silent_about_a_child_whom_one_may_not_see(signed_in):
    people.enrol("barn")
    born = people.TODAY - timedelta(days=20)
    Person.objects.filter(reference="barn").update(born=born)
    people.household("hem-x", adults=("amina",), children=())
    child = Member("barn", MemberRole.CHILD, born, Period(born))
    record_households({"hem-x": [child]}, by="test", at=people.BEFORE)
    address = reverse("caseworker:person", args=["amina"])
    client = signed_in("karin")
    assert "barn i hushållet föddes" in client.get(address).text
    Person.objects.filter(reference="barn").update(protection="secrecy_marking")
    assert "barn i hushållet föddes" not in client.get(address).text


@pytest.mark.parametrize("day", ["1900-01-01", "1900-12-31", "2199-12-31"])
def test_a_day_at_the_edge_of_the_calendar_is_told_beside_the_field(signed_in, day):
    page = signed_in("karin").get("/person/amina/", {"dag": day})
    assert page.status_code == 422
    assert "Välj en dag däremellan." in page.text
    assert "1899" not in page.text
    assert day in page.text
