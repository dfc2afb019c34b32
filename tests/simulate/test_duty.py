"""The real rules judge the made-up people, and never charge anyone for what was not offered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from byggsten.domain.dates import Week, weeks_between
from byggsten.domain.duty import assess_day, assess_weeks
from byggsten.domain.reasons import Owner
from byggsten.simulate.residents import Story
from tests.simulate.conftest import UNTIL

LAST = Week.of(UNTIL)
ON = UNTIL + timedelta(days=1)
CHARGED = "avvikelse"


@pytest.fixture(scope="module")
def weeks(small, rules):
    """Ten weeks of everyone, and the week ahead."""
    wanted = weeks_between(LAST.plus(-9), LAST.plus(1))
    return {
        life.person.reference: assess_weeks(small.case(life), wanted, rules, on=ON) for life in small.lives
    }


def test_everyone_can_be_assessed_on_any_day(small, rules):
    for life in small.lives:
        case = small.case(life)
        for back in (0, 200, 500):
            assess_day(case, UNTIL - timedelta(days=back), rules)


def test_nobody_is_charged_in_a_week_without_offered_hours(weeks):
    empty = [week for mine in weeks.values() for week in mine if not week.ledger.offered]
    assert len(empty) > 100
    assert not [week for week in empty if week.ledger.invalid or week.outcome("person_vecka") == CHARGED]


def test_only_offered_and_announced_hours_are_charged(weeks):
    for mine in weeks.values():
        for week in mine:
            charged = [hour for hour in week.hours if hour.invalid]
            assert all(hour.offered and hour.announced for hour in charged)
            assert week.ledger.owned_by(Owner.PERSON) <= week.ledger.announced


def test_a_child_owes_nothing(small, weeks):
    children = [life.person.reference for life in small.lives if not life.resident.grown]
    assert len(children) > 30
    assert {week.outcome("person_vecka") for child in children for week in weeks[child]} <= {"ej_tillämplig"}


def test_both_parties_are_judged_and_differ(weeks):
    person = {week.outcome("person_vecka") for mine in weeks.values() for week in mine}
    municipality = {week.outcome("kommun_vecka") for mine in weeks.values() for week in mine}
    assert {CHARGED, "kan_inte_krävas", "uppfylld_erbjudet", "ej_tillämplig"} <= person
    assert {"brister_erbjudande", "brister_register", "uppfylld"} <= municipality


def told_of(whole, rules, story):
    """The last week of everyone with the story."""
    lives = [life for life in whole.lives if life.resident.story is story]
    assert lives
    return [assess_weeks(whole.case(life), [LAST], rules, on=ON)[0] for life in lives]


@pytest.mark.parametrize(
    ("story", "rule", "outcome", "at_least"),
    [
        (Story.THREE_DAYS, "signal_tre_dagar", "signal", 0.5),
        (Story.LASTING, "signal_varaktig", "signal", 0.5),
        (Story.FALLING, "signal_fallande", "signal", 0.4),
        (Story.PLAN_RAN_OUT, "kommun_vecka", "brister_plan", 0.8),
        (Story.UNCONFIRMED, "kommun_vecka", "brister_bekräftelse", 0.8),
        (Story.MAPPED_WITHOUT_PLAN, "kommun_vecka", "brister_plan", 0.8),
        (Story.ON_PARENTAL_LEAVE, "omfattning", "föräldraledighet", 0.8),
        (Story.FOLLOW_UP, "kommun_uppföljning", "brister", 0.8),
        (Story.ON_SICK_LEAVE, "omfattning", "sjukskrivning", 0.8),
    ],
)
def test_a_story_shows_in_the_rules(whole, rules, story, rule, outcome, at_least):
    weeks = told_of(whole, rules, story)
    assert sum(1 for week in weeks if week.outcome(rule) == outcome) / len(weeks) >= at_least


def test_steady_people_are_never_charged(whole, rules):
    assert not [w for w in told_of(whole, rules, Story.STEADY) if w.outcome("person_vecka") == CHARGED]


def test_where_too_little_is_known_the_rules_say_so(whole, rules):
    weeks = told_of(whole, rules, Story.UNKNOWN)
    assert all(None in {week.outcome(rule) for rule in rules.duty.rules} for week in weeks)


def test_karins_list_tells_a_story(whole, rules):
    mine = [life for life in whole.lives if life.caseworker and life.caseworker.username == "karin"]
    to_do = {assess_weeks(whole.case(life), [LAST], rules, on=ON)[0].outcome("att_göra") for life in mine}
    arrivals, absence, debts = {"välkomna"}, {"bedöm_oro", "kontakta"}, {"planera", "registrera", "ordna_sfi"}
    assert arrivals | absence | debts | {"följ_upp", "bekräfta", "samtala", "inget"} <= to_do
