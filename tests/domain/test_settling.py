"""Who is believed about an hour, what becomes of its minutes, and who owns what was missed."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.domain.attendance import Witness
from byggsten.domain.duty import Rules, assess_weeks, settle_all
from byggsten.domain.planning import Canceller
from byggsten.domain.reasons import Owner
from byggsten.domain.settling import STATES
from byggsten.rulebook import load, reasons
from tests.domain.worlds import AFTERWARDS, TOLD, WEEK, account, case, session, weeks_of_life
from tests.thoroughness import times

RULES = Rules(load("plikt", ("norrtalje", "demo")), load("narvaro", ("norrtalje", "demo")), reasons(()))


def hour(planned, *told, **changed):
    """The one settled hour of a case with one session."""
    (settled,) = settle_all(case([planned], told, **changed), RULES, on=AFTERWARDS, since=WEEK.monday)[WEEK]
    return settled


def test_the_teachers_mark_counts_when_nobody_says_otherwise():
    planned = session()
    assert hour(planned, account(planned, attended=180)).attended == 180
    absent = hour(planned, account(planned, absent=180))
    assert (absent.invalid, absent.owners) == (180, {Owner.PERSON: 180})


def test_an_hour_nobody_recorded_is_unknown_and_nobodys_absence():
    settled = hour(session())
    assert (settled.outcome, settled.unknown, settled.owners) == ("okänd", 180, {Owner.UNKNOWN: 180})


def test_a_late_arrival_splits_the_hour():
    planned = session()
    settled = hour(planned, account(planned, attended=165, absent=15))
    assert (settled.attended, settled.invalid) == (165, 15)


def test_two_accounts_at_odds_are_nobodys_absence_until_a_person_has_settled_it():
    planned = session()
    teacher = account(planned, absent=180)
    own = account(planned, Witness.PARTICIPANT, attended=180)
    assert (hour(planned, teacher, own).outcome, hour(planned, teacher, own).unknown) == ("tvistig", 180)
    settled = hour(planned, teacher, own, account(planned, Witness.CASEWORKER, attended=180))
    assert settled.attended == 180


def test_the_person_says_why_and_the_reason_decides_whose_time_it_was():
    planned = session()
    ill = account(planned, Witness.PARTICIPANT, absent=180, reason="illness")
    settled = hour(planned, account(planned, absent=180), ill)
    assert (settled.valid, settled.owners, settled.reason) == (180, {Owner.HEALTH: 180}, "illness")


def test_long_illness_without_a_certificate_waits_for_a_person_and_is_not_invalid():
    days = [session(n) for n in range(5)]
    earlier = [
        replace(s, day=s.day - timedelta(days=7), reference=f"före-{s.reference}",
                announced_on=s.day - timedelta(days=14))
        for s in days
    ]  # fmt: skip
    told = [account(s, absent=180, reason="illness") for s in earlier + days]
    weeks = settle_all(case(earlier + days, told), RULES, on=AFTERWARDS, since=earlier[0].day)
    assert [h.valid for h in weeks[WEEK.plus(-1)]] == [180] * 5
    assert [h.unknown for h in weeks[WEEK]] == [180] * 5
    proven = [*told[:-1], replace(told[-1], proof=True)]
    last = settle_all(case(earlier + days, proven), RULES, on=AFTERWARDS, since=earlier[0].day)[WEEK][-1]
    assert last.valid == 180


@pytest.mark.parametrize(
    ("canceller", "owner"),
    [
        (Canceller.PROVIDER, Owner.PROVIDER),
        (Canceller.MUNICIPALITY, Owner.MUNICIPALITY),
        (Canceller.TRAVEL, Owner.TRAVEL),
    ],
)
def test_a_cancelled_hour_belongs_to_the_one_who_cancelled_it(canceller, owner):
    planned = session(cancelled_by=canceller)
    settled = hour(planned, account(planned, absent=180))
    assert (settled.cancelled, settled.owners) == (180, {owner: 180})


@pytest.mark.parametrize(
    ("changed", "offered_on", "owner"),
    [
        ({"announced_on": None}, date(2026, 3, 1), Owner.MUNICIPALITY),
        ({"announced_on": session().day}, date(2026, 3, 1), Owner.MUNICIPALITY),
        ({}, None, Owner.MUNICIPALITY),
        ({"reachable": False}, date(2026, 3, 1), Owner.TRAVEL),
    ],
)
def test_absence_is_never_charged_when_the_hour_was_not_offered_announced_and_reachable(
    changed, offered_on, owner
):
    planned = session(**changed)
    settled = hour(planned, account(planned, absent=180), offered_on=offered_on)
    assert (settled.not_charged, settled.invalid, settled.owners) == (180, 0, {owner: 180})
    assert hour(planned, account(planned, attended=180), offered_on=offered_on).attended == 180


def test_the_school_tells_valid_and_invalid_minutes_itself():
    planned = session()
    told = account(planned, Witness.SCHOOL_SYSTEM, attended=60, absent=120, told_valid=80)
    settled = hour(planned, told)
    assert (settled.attended, settled.valid, settled.invalid) == (60, 80, 40)


def test_an_hour_to_come_is_neither_present_nor_absent():
    settled = settle_all(case([session(4)]), RULES, on=WEEK.monday, since=WEEK.monday)[WEEK][0]
    assert (settled.ahead, settled.owners) == (180, {})


def test_a_correction_is_a_new_link_and_the_last_one_counts():
    planned = session()
    wrong = account(planned, absent=180)
    right = account(planned, attended=180, message="rättelse", recorded_at=TOLD + timedelta(hours=1))
    assert hour(planned, wrong, right).attended == 180


@settings(max_examples=times(150))
@given(weeks_of_life(), st.randoms(use_true_random=False))
def test_the_order_in_which_accounts_arrive_is_of_no_importance(world, chance: random.Random):
    shuffled = list(world.accounts)
    chance.shuffle(shuffled)
    sessions = list(world.sessions)
    chance.shuffle(sessions)
    other = replace(world, accounts=tuple(shuffled), sessions=tuple(sessions))
    one = assess_weeks(world, [WEEK], RULES, on=AFTERWARDS)[0]
    again = assess_weeks(other, [WEEK], RULES, on=AFTERWARDS)[0]
    assert one.ledger == again.ledger
    for rule in RULES.duty.rules:
        assert (one.outcome(rule), one.decision.row(rule)) == (again.outcome(rule), again.decision.row(rule))


@settings(max_examples=times(150))
@given(weeks_of_life())
def test_the_ledger_adds_up_whatever_is_said(world):
    for found in assess_weeks(world, [WEEK], RULES, on=AFTERWARDS):
        ledger = found.ledger
        assert sum(getattr(ledger, state) for state in STATES) == ledger.scheduled
        assert ledger.scheduled == sum(s.minutes for s in world.sessions)
        assert ledger.attended + ledger.ahead + ledger.missing == max(ledger.scheduled, ledger.required or 0)
        assert all(minutes >= 0 for minutes in ledger.owners.values())
        assert ledger.owned_by(Owner.PERSON) <= ledger.valid + ledger.invalid


@settings(max_examples=times(150))
@given(weeks_of_life())
def test_hours_not_offered_announced_or_reachable_are_never_the_persons(world):
    for settled in settle_all(world, RULES, on=AFTERWARDS, since=WEEK.monday).get(WEEK, ()):
        if not (settled.offered and settled.announced and settled.session.reachable):
            assert settled.invalid == 0
            assert Owner.PERSON not in settled.owners


@settings(max_examples=times(150))
@given(weeks_of_life())
def test_an_unrecorded_hour_never_counts_against_the_person(world):
    silent = replace(world, accounts=())
    found = assess_weeks(silent, [WEEK], RULES, on=AFTERWARDS)[0]
    assert found.ledger.invalid == 0
    assert Owner.PERSON not in found.ledger.owners
    assert found.outcome("person_vecka") != "avvikelse"
