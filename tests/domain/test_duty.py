"""A person judged on a day and week by week: what is asked, what is owed, and what is not known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.domain.attendance import Witness
from byggsten.domain.dates import Period, Week
from byggsten.domain.duty import Rules, assess_day, assess_weeks
from byggsten.domain.people import Fact, Member, MemberRole, Permit
from byggsten.domain.planning import OverlappingPlans, Plan
from byggsten.domain.reasons import Owner
from byggsten.rulebook import load, reasons
from tests.domain.worlds import AFTERWARDS, AMINA, FACTS, TOLD, WEEK, account, case, session, weeks_of_life
from tests.thoroughness import times

DEMO = ("norrtalje", "demo")
RULES = Rules(load("plikt", DEMO), load("narvaro", DEMO), reasons(DEMO))
UNDECIDED = Rules(load("plikt", ()), load("narvaro", ()), reasons(()))


def week(world, which=WEEK, rules=RULES, on=AFTERWARDS):
    (found,) = assess_weeks(world, [which], rules, on=on)
    return found


def full_week(**changed):
    """Forty hours over five days, all attended."""
    planned = [session(n, 480, **changed) for n in range(5)]
    return planned, [account(s, attended=480) for s in planned]


def test_a_followed_week_is_met_by_both():
    found = week(case(*full_week()))
    assert (found.ledger.required, found.ledger.attended, found.ledger.missing) == (2400, 2400, 0)
    assert found.outcome("person_vecka") == "uppfylld"
    assert found.outcome("kommun_vecka") == "uppfylld"


def test_a_week_without_a_plan_is_the_municipalitys():
    found = week(case(plans=()))
    assert found.ledger.owners == {Owner.MUNICIPALITY: 2400}
    assert found.outcome("person_vecka") == "kan_inte_krävas"
    assert found.outcome("kommun_vecka") != "uppfylld"


def test_an_unconfirmed_plan_binds_nobody():
    planned, _ = full_week()
    absent = [account(s, absent=480) for s in planned]
    assert week(case(planned, absent)).outcome("person_vecka") == "avvikelse"
    assert week(case(planned, absent, confirmed_on=None)).outcome("person_vecka") == "kan_inte_krävas"


def test_a_person_without_a_recorded_permit_is_unknown_and_the_rules_say_what_they_must_know():
    found = assess_day(case(permits=()), AFTERWARDS, RULES)
    assert found.outcome("målgrupp") is None
    assert "uppehållstillstånd" in found.explain("målgrupp")["målgrupp"].text("sv").lower()


def test_a_person_known_to_have_no_permit_is_outside_and_owes_nothing():
    planned, _ = full_week()
    found = week(
        case(planned, [account(s, absent=480) for s in planned],
             permits=(Permit("none", Period(date(2026, 1, 1))),))
    )  # fmt: skip
    assert found.outcome("målgrupp") == "utanför"
    assert found.outcome("person_vecka") == "ej_tillämplig"


def test_open_norms_that_nobody_has_decided_give_unknown_never_a_guess():
    planned, _ = full_week()
    found = week(case(planned, [account(s, absent=480) for s in planned]), rules=UNDECIDED)
    assert found.ledger.required is None
    assert found.outcome("veckokrav") is None
    assert found.outcome("signal_tre_dagar") is None
    step = found.explain("veckokrav")["veckokrav"]
    assert step.missing
    assert "heltid" in step.text("sv").lower()


def test_a_week_with_holidays_asks_for_fewer_hours():
    christmas = Week(2026, 52)
    found = week(case(), christmas, on=date(2027, 1, 10))
    assert found.ledger.required == 3 * 480


def test_only_the_days_one_was_registered_here_count():
    moved = case(facts=tuple(
        Fact(code, WEEK.monday + timedelta(days=3) if code == "registered_here_from" else value,
             Period(date(2026, 2, 1)), "prov")
        for code, value in FACTS.items()
    ))  # fmt: skip
    assert week(moved).ledger.required == 2 * 480


def test_two_plans_for_one_day_are_refused():
    year = Period(date(2026, 3, 2))
    with pytest.raises(OverlappingPlans, match="samma dag"):
        case(plans=(Plan("a", 1, year, ()), Plan("b", 2, Period(date(2026, 5, 1)), ())))


def test_the_week_as_known_then_leaves_out_what_was_told_later():
    planned, _ = full_week()
    world = case(planned, [account(s, absent=480) for s in planned])
    before = week(world.known(TOLD - timedelta(hours=1)))
    assert (before.ledger.invalid, before.ledger.unknown) == (0, 2400)
    assert week(world.known(TOLD)).ledger.invalid == 2400


def test_three_days_in_a_row_without_notice_is_a_signal_and_an_unrecorded_day_breaks_the_row():
    planned = [session(n, 480) for n in range(5)]
    told = [account(s, absent=480) for s in planned]
    assert week(case(planned, told[2:])).outcome("signal_tre_dagar") == "signal"
    broken = [told[2], told[4]]
    assert week(case(planned, broken)).outcome("signal_tre_dagar") == "ingen_signal"


def test_lasting_absence_of_a_parent_asks_a_person_to_assess_and_nothing_more():
    planned, told = [], []
    for back in range(8):
        for n in range(5):
            day = session(n, 480).day - timedelta(weeks=back)
            planned.append(session(n, 480, day=day, reference=str(day), announced_on=day - timedelta(days=7)))
            told.append(account(planned[-1], absent=480))
    child = Member("barn", MemberRole.CHILD, date(2019, 1, 1), Period(date(2026, 2, 1)))
    found = week(case(planned, told, household=(child,)))
    assert found.outcome("signal_varaktig") == "signal"
    assert found.outcome("barnperspektiv") == "bedöm_oro"
    assert week(case(planned, told, household=None)).outcome("barnperspektiv") is None


@settings(max_examples=times(100))
@given(weeks_of_life(), st.dates(date(2009, 1, 1), date(2026, 11, 1)))
def test_a_child_never_owes(world, born):
    child = replace(world, person=replace(AMINA, born=born))
    found = week(child)
    if WEEK.sunday < date(born.year + 18, born.month, min(born.day, 28)):
        assert found.outcome("person_vecka") in ("ej_tillämplig", None)
        assert found.ledger.required in (0, None)


@settings(max_examples=times(100))
@given(weeks_of_life())
def test_the_steps_explain_what_was_decided(world):
    found = week(world)
    steps = found.explain()
    for rule in RULES.duty.rules:
        outcome = found.outcome(rule)
        step = steps[rule]
        shown = step.value if isinstance(outcome, int) else step.outcome
        assert shown == ("okänt" if outcome is None else outcome)
        assert step.text("sv")
        assert step.text("en")
        assert step.sources
        assert "{" not in step.text("sv") + step.text("en")


@settings(max_examples=times(60))
@given(weeks_of_life(), st.data())
def test_being_there_after_all_never_makes_the_week_worse(world, data):
    absent = [a for a in world.accounts if a.witness is Witness.TEACHER and a.absent]
    if not absent:
        return
    changed = data.draw(st.sampled_from(absent))
    there = replace(changed, attended=changed.attended + changed.absent, absent=0, told_valid=None)
    others = tuple(a for a in world.accounts if a.session != changed.session)
    before = week(replace(world, accounts=(*others, changed)))
    after = week(replace(world, accounts=(*others, there)))
    assert after.ledger.invalid <= before.ledger.invalid
    assert after.ledger.attended >= before.ledger.attended
    assert not (after.outcome("person_vecka") == "avvikelse" != before.outcome("person_vecka"))
