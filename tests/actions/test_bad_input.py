"""What does not fit is refused with a sentence, the same on both databases, and nothing is half done."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from byggsten.actions import people, plan_import, planning
from byggsten.actions.accounts import TooManyMinutes
from byggsten.actions.activities import register_providers
from byggsten.actions.lengths import TooLong, UnreadableText
from byggsten.actions.plan_checks import UsedVersion
from byggsten.actions.plan_import import RewrittenPlan
from byggsten.actions.plan_rows import RepeatedGroup
from byggsten.actions.planning import NotYetConfirmed
from byggsten.actions.session_times import TwoSessionsAtOnce
from byggsten.actions.sessions import record_sessions
from byggsten.domain.dates import Period
from byggsten.domain.organisations import Provider, ProviderKind
from byggsten.domain.people import Fact
from byggsten.domain.planning import PlanItem
from byggsten.records.models import Account, Plan, Session
from tests.people import (
    CAST,
    NOW,
    START,
    TODAY,
    UNIT,
    WEEK,
    acting,
    amina_at_school,
    enrol,
    plan_for,
    session_on,
    tell,
    told,
)  # fmt: skip

pytestmark = pytest.mark.django_db
LONG = "x" * 201


@pytest.fixture(autouse=True)
def week():
    return amina_at_school()


def record(*sessions):
    return record_sessions(sessions, by="test", at=NOW)


@pytest.mark.parametrize(
    "act",
    [
        lambda: people.register_people([replace(CAST["farah"], given_name=LONG)], unit=UNIT, by="t", at=NOW),
        lambda: people.register_people([replace(CAST["farah"], reference=LONG)], unit=UNIT, by="t", at=NOW),
        lambda: people.record_facts({"amina": [Fact(LONG, 1, Period(START), "")]}, by="t", at=NOW),
        lambda: register_providers([Provider(LONG, ProviderKind.EMPLOYER)]),
        lambda: record(replace(session_on(TODAY), reference=LONG)),
        lambda: plan_import.import_plans(
            {"amina": [replace(plan_for("amina"), reference=LONG, version=2)]}, by="t", at=NOW
        ),
        lambda: tell(told(session_on(WEEK.monday), message=LONG)),
        lambda: tell(told(session_on(WEEK.monday), person=LONG)),
    ],
)
def test_a_text_that_is_too_long(act):
    with pytest.raises(TooLong, match=r"Skriv högst \d+"):
        act()


def test_a_character_that_no_database_keeps():
    with pytest.raises(UnreadableText):
        people.register_people([replace(CAST["farah"], family_name="a\0b")], unit=UNIT, by="t", at=NOW)


def test_more_minutes_than_a_day_has(week):
    with pytest.raises(TooManyMinutes, match="högst 1440 minuter"):
        tell(told(week[0]), told(week[1], attended=10**9))
    assert not Account.objects.exists()


def test_two_sessions_of_a_group_at_the_same_time(week):
    other = replace(week[0], reference="annan")
    with pytest.raises(TwoSessionsAtOnce, match=r"«annan» .* samma grupp och tid, 2026-11-16 kl. 09.00"):
        record(other)
    with pytest.raises(TwoSessionsAtOnce):
        record(replace(other, day=TODAY), replace(other, day=TODAY, reference="tredje"))
    record(replace(other, start=time(13)))
    assert Session.objects.count() == 6


def test_a_group_twice_from_the_same_day_in_a_plan():
    enrol("bahar")
    item = PlanItem("sfi-c-1", "sfi-c", Period(START), START)
    by = acting("karin")
    with pytest.raises(RepeatedGroup):
        planning.save_plan(person="bahar", period=Period(START), items=[item, item], by=by, at=NOW)
    assert not Plan.objects.filter(person__reference="bahar").exists()


def test_a_plan_cannot_be_confirmed_on_a_day_to_come():
    enrol("bahar")
    plan = plan_for("bahar", confirmed_on=None)
    with pytest.raises(NotYetConfirmed):
        planning.confirm_plan(plan=plan.reference, on=TODAY + timedelta(days=1), by=acting("karin"), at=NOW)


def test_a_version_number_is_used_once_and_a_reference_is_one_persons():
    enrol("bahar")
    mine = Plan.objects.get()
    bahars = plan_for("bahar")
    for version in (1, 0, 10**9):
        second = replace(bahars, reference="ny", version=version, period=Period(TODAY))
        with pytest.raises(UsedVersion, match="Ange ett nytt, från 2"):
            plan_import.import_plans({"bahar": [second]}, by="t", at=NOW)
    with pytest.raises(RewrittenPlan):
        plan_import.import_plans({"bahar": [replace(bahars, reference=mine.reference)]}, by="t", at=NOW)
