"""Cases come back from the records as they were told, in a number of questions that does not grow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from byggsten.actions import people, planning
from byggsten.actions.sessions import record_sessions
from byggsten.domain.dates import Period
from byggsten.domain.people import Fact, Member, MemberRole, Permit
from byggsten.domain.planning import Canceller, Plan, PlanItem
from byggsten.queries.cases import load_cases
from tests.domain.worlds import SFI
from tests.people import (
    BEFORE,
    CAST,
    FACTS,
    NOW,
    OWN,
    START,
    TODAY,
    WEEK,
    acting,
    amina_at_school,
    enrol,
    household,
    meet,
    plan_for,
    session_on,
    tell,
    told,
)  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture
def week():
    return amina_at_school()


def amina(known_at=None, since=START, until=WEEK.sunday):
    return load_cases(["amina"], since=since, until=until, known_at=known_at)["amina"]


def test_everything_comes_back_as_it_was_told(week):
    household()
    account = told(
        week[0], attended=60, absent=120, reason="illness", told_valid=90, proof=True, told_by="eva"
    )
    tell(account)
    case = amina()
    assert case.person == replace(CAST["amina"], recorded_at=BEFORE)
    permit = Permit("p5_1", Period(date(2026, 2, 1)), origin="Migrationsverket", recorded_at=BEFORE)
    assert case.permits == (permit,)
    assert {fact.code: fact.value for fact in case.facts} == FACTS
    child = Member("hem-1-barn-0", MemberRole.CHILD, date(2020, 4, 1), Period(date(2026, 2, 10)), BEFORE)
    assert case.household == (child,)
    period = Period(START)
    items = {PlanItem("sfi-c-1", "sfi-c", period, START), PlanItem("egna-1", "egna", period, START)}
    (plan,) = case.plans
    assert set(plan.items) == items
    assert replace(plan, items=()) == Plan(
        "amina-plan-1", 1, period, (), confirmed_on=START, origin="prov", recorded_at=BEFORE
    )
    assert case.activities == {"sfi-c": SFI, "egna": OWN}
    assert list(case.sessions) == week
    assert case.accounts == (account,)


def test_one_who_is_not_recorded_is_left_out_and_the_order_is_kept(week):
    enrol("bahar")
    assert list(load_cases(["bahar", "ingen", "amina"], since=START, until=TODAY)) == ["bahar", "amina"]


def test_no_household_is_unknown_and_living_alone_is_not(week):
    assert amina().household is None
    household(children=())
    assert amina().household == ()


def test_children_count_only_while_the_person_lived_there(week):
    moved_out = date(2026, 6, 30)
    rows = [
        Member("amina", MemberRole.ADULT, None, Period(date(2026, 2, 10), moved_out)),
        Member("barn", MemberRole.CHILD, date(2020, 4, 1), Period(date(2020, 4, 1))),
        Member("barn 2", MemberRole.CHILD, date(2026, 8, 1), Period(date(2026, 8, 1))),
    ]
    people.record_households({"hem": rows}, by="test", at=NOW)
    (child,) = amina().household
    assert child.period == Period(date(2026, 2, 10), moved_out)


def test_sessions_and_accounts_are_those_of_the_days_asked_for(week):
    tell(*(told(session) for session in week))
    case = amina(since=week[1].day, until=week[3].day)
    assert [s.day for s in case.sessions] == [s.day for s in week[1:4]]
    assert len(case.accounts) == 3


def test_sessions_of_a_group_one_has_left_are_not_ones_own(week):
    enrol("bahar")
    plan_for("bahar", last=week[1].day)
    case = load_cases(["bahar"], since=START, until=TODAY)["bahar"]
    assert [s.day for s in case.sessions] == [week[0].day, week[1].day]


def test_questions_do_not_grow_with_the_people(week, django_assert_num_queries):
    names = [f"person {n}" for n in range(40)]
    enrol(*names)
    for name in names:
        plan_for(name)
        household(f"hem {name}", adults=(name,))
    tell(*(told(session, name) for session in week for name in names))
    for some in (names[:1], names[:5], names):
        with django_assert_num_queries(11):
            cases = load_cases(some, since=START, until=TODAY)
        assert len(cases) == len(some)
    with django_assert_num_queries(13):
        cases = load_cases(names, since=START, until=TODAY, known_at=NOW)
    assert all(len(case.accounts) == 5 for case in cases.values())


class TestKnownAt:
    """The records as they stood at a moment."""

    LATER = NOW + timedelta(hours=1)

    def test_a_fact_told_later_is_not_known(self, week):
        fact = Fact("capacity_percent", 50, Period(date(2026, 3, 1)), "intyg")
        people.record_facts({"amina": [fact]}, by="karin", at=self.LATER)
        assert "capacity_percent" not in {f.code for f in amina(NOW).facts}
        assert "capacity_percent" in {f.code for f in amina(self.LATER).facts}

    def test_a_permit_that_was_changed_later_is_as_it_was(self, week):
        changed = Permit("p5_1", Period(date(2026, 2, 1), date(2029, 1, 31)))
        people.record_permits({"amina": [changed]}, by="karin", at=self.LATER)
        assert [p.period.last_day for p in amina(NOW).permits] == [None]
        assert [p.period.last_day for p in amina(self.LATER).permits] == [date(2029, 1, 31)]
        assert [p.period.last_day for p in amina().permits] == [date(2029, 1, 31)]

    def test_a_plan_that_was_taken_over_later_runs_on_unconfirmed_as_it_was(self, week):
        period = Period(TODAY)
        items = [PlanItem("sfi-c-1", "sfi-c", period, TODAY)]
        by = acting("karin")
        new = planning.save_plan(
            person="amina", period=period, items=items, by=by, at=self.LATER, supersedes="amina-plan-1"
        )
        planning.confirm_plan(plan=new, on=TODAY, by=by, at=self.LATER + timedelta(hours=1))
        assert [p.period for p in amina(NOW).plans] == [Period(START)]
        old, unconfirmed = amina(self.LATER).plans
        assert (old.period.last_day, unconfirmed.confirmed_on) == (TODAY - timedelta(days=1), None)
        assert amina().plans[1].confirmed_on == TODAY

    def test_a_plan_that_was_withdrawn_later_was_there(self, week):
        by, items = acting("karin"), [PlanItem("sfi-c-1", "sfi-c", Period(START), START)]
        planning.save_plan(
            person="amina", period=Period(START), items=items, by=by, at=self.LATER, supersedes="amina-plan-1"
        )
        assert [p.reference for p in amina(NOW).plans] == ["amina-plan-1"]
        assert [p.reference for p in amina().plans] == ["amina/2"]

    def test_a_session_that_was_cancelled_later_was_on(self, week):
        record_sessions([session_on(WEEK.monday, cancelled_by=Canceller.TRAVEL)], by="test", at=self.LATER)
        assert amina(NOW).sessions[0].cancelled_by is None
        assert amina(self.LATER).sessions[0].cancelled_by is Canceller.TRAVEL

    def test_accounts_and_sessions_recorded_later_are_not_known(self, week):
        tell(told(week[0]), told(week[1], recorded_at=self.LATER))
        meet(WEEK.plus(1), recorded_at=self.LATER)
        assert len(amina(NOW).accounts) == 1
        assert len(amina(NOW, until=WEEK.plus(1).sunday).sessions) == 5
        assert len(amina(until=WEEK.plus(1).sunday).sessions) == 10

    @pytest.mark.parametrize("hours", [-1, 0, 1, 2])
    def test_it_agrees_with_what_the_case_itself_leaves_out(self, week, hours):
        tell(told(week[0]), told(week[1], recorded_at=self.LATER))
        at = NOW + timedelta(hours=hours)
        assert amina(at) == amina().known(at)
