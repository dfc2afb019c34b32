"""The stored weeks say what the rules say, and only what has changed is written."""

from datetime import timedelta

import pytest

from byggsten.actions.duty import Refreshed, assess
from byggsten.domain.dates import weeks_between
from byggsten.domain.duty import assess_weeks
from byggsten.queries.cases import load_cases
from byggsten.queries.rules import rules_here
from byggsten.records.models import Event, WeekLedger
from tests.people import NOW, TODAY, WEEK, amina_at_school, enrol, meet, plan_for, tell, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def week():
    return amina_at_school()


def run(*weeks, people=("amina",), on=TODAY, at=NOW):
    return assess(people, weeks or (WEEK,), on=on, by="test", at=at)


def test_the_stored_week_is_the_assessed_week(week):
    tell(told(week[0]), told(week[1], attended=0, absent=180), told(week[2], attended=60, absent=120))
    assert run() == Refreshed(1, 0)
    case = load_cases(["amina"], since=WEEK.plus(-30).monday, until=WEEK.sunday)["amina"]
    (expected,) = assess_weeks(case, [WEEK], rules_here(), on=TODAY)
    row = WeekLedger.objects.get()
    assert row.as_domain() == expected.ledger
    assert row.as_domain().attended == 240
    assert row.rules_version == rules_here().version
    assert row.outcomes["person_vecka"] == [
        expected.outcome("person_vecka"),
        expected.decision.row("person_vecka"),
    ]


def test_again_nothing_is_written_and_nothing_is_noted():
    run()
    assert run() == Refreshed(0, 1)
    assert run(at=NOW + timedelta(days=1), on=TODAY + timedelta(days=1)) == Refreshed(0, 1)
    assert Event.objects.filter(code="weeks.assessed").count() == 1


def test_a_week_seen_before_it_was_over_is_seen_again(week):
    run(on=WEEK.monday)
    assert WeekLedger.objects.get().ahead == 900
    assert run(on=WEEK.days[2]) == Refreshed(1, 0)
    assert WeekLedger.objects.get().ahead == 540
    assert run(on=WEEK.days[2]) == Refreshed(0, 1)


def test_only_the_weeks_that_an_account_touches_are_written(week):
    weeks = weeks_between(WEEK.plus(-3), WEEK)
    meet(WEEK.plus(-1))
    run(*weeks)
    tell(told(week[0]))
    assert run(*weeks) == Refreshed(1, 3)


def test_many_people_in_steps_of_a_progress_bar():
    names = [f"person {n}" for n in range(120)]
    enrol(*names)
    for name in names[:3]:
        plan_for(name)
    steps = []
    assert assess(names, [WEEK], on=TODAY, by="test", at=NOW, done=steps.append) == Refreshed(120, 0)
    assert sum(steps) == 120
    assert len(steps) == 3


def test_without_weeks_or_people_nothing_happens():
    assert assess(["amina"], [], on=TODAY, by="test", at=NOW) == Refreshed()
    assert assess([], [WEEK], on=TODAY, by="test", at=NOW) == Refreshed()
    assert assess(["ingen"], [WEEK], on=TODAY, by="test", at=NOW) == Refreshed()


def test_one_without_a_plan_owes_nothing_and_the_gap_is_the_municipalitys():
    enrol("bahar")
    run(people=("bahar",))
    row = WeekLedger.objects.get()
    assert (row.scheduled, row.owned_by_person) == (0, 0)
    assert row.gap == row.owned_by_municipality == (row.required or 0)
