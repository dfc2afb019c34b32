"""A teacher marks the register: a changed mark is a new link, and the week follows in the same moment."""

from datetime import timedelta

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions.attendance import UnknownReason
from byggsten.actions.marks import FREE_DAYS, ClosedRegister, LateChange, Mark, NotInRegister
from byggsten.actions.registers import Marked, mark_register
from byggsten.actions.sessions import record_sessions
from byggsten.domain.planning import Canceller
from byggsten.records.models import Account, Event, MarkReason, WeekLedger
from tests.people import NOW, TODAY, WEEK, acting, amina_at_school, enrol, hire, meet, plan_for, session_on

pytestmark = pytest.mark.django_db
MONDAY = f"sfi-c-1-{WEEK.monday}"
PRESENT, ABSENT, SICK = Mark("amina", 180), Mark("amina", 0), Mark("amina", 0, "illness")


@pytest.fixture(autouse=True)
def _week():
    amina_at_school()


def mark(*marks, session=MONDAY, by="eva", on=TODAY, why=""):
    return mark_register(session=session, marks=marks, by=acting(by, on), at=NOW, why=why)


def week():
    row = WeekLedger.objects.get(monday=WEEK.monday)
    return row.attended, row.invalid, row.valid, row.unknown


def test_a_mark_changes_the_week_at_once():
    assert mark(PRESENT) == Marked(("amina",), 0)
    assert week() == (180, 0, 0, 720)
    event = Event.objects.get(code="register.marked")
    assert (event.actor, event.facts) == ("eva", {"session": MONDAY, "people": ["amina"]})


def test_the_same_mark_again_writes_nothing():
    mark(PRESENT)
    assert mark(PRESENT) == Marked((), 1)
    assert Account.objects.count() == 1
    assert Event.objects.filter(code="register.marked").count() == 1


def test_a_changed_mark_is_a_new_link_and_the_last_one_counts():
    mark(PRESENT)
    mark(ABSENT)
    assert week() == (0, 180, 0, 720)
    mark(SICK)
    assert week() == (0, 0, 180, 720)
    mark(PRESENT)
    assert week() == (180, 0, 0, 720)
    assert [a.message[-4:] for a in Account.objects.order_by("pk")] == ["/001", "/002", "/003", "/004"]


def test_part_of_the_time():
    mark(Mark("amina", 120, "late"))
    assert week()[0] == 120
    with pytest.raises(ClosedRegister, match="från 0 till 180 minuter"):
        mark(Mark("amina", 181))


def test_later_weeks_that_look_back_are_refreshed_too():
    mark(PRESENT)
    assert list(WeekLedger.objects.values_list("monday", flat=True)) == [WEEK.monday, WEEK.plus(1).monday]


def test_a_session_ahead_or_cancelled_is_closed():
    meet(WEEK.plus(1))
    with pytest.raises(ClosedRegister, match="från och med den dagen"):
        mark(PRESENT, session=f"sfi-c-1-{TODAY + timedelta(days=1)}")
    record_sessions([session_on(WEEK.monday, cancelled_by=Canceller.PROVIDER)], by="test", at=NOW)
    with pytest.raises(ClosedRegister, match="inställt"):
        mark(PRESENT)


def test_after_the_free_days_a_change_says_why_and_a_first_mark_need_not():
    late = WEEK.monday + timedelta(days=FREE_DAYS + 1)
    mark(PRESENT, on=late)
    with pytest.raises(LateChange, match="Skriv varför"):
        mark(ABSENT, on=late, why="  ")
    mark(ABSENT, on=late, why="Fel ruta")
    assert MarkReason.objects.get().words == "Fel ruta"
    assert "Fel ruta" not in str(list(Event.objects.values()))
    mark(PRESENT, on=late - timedelta(days=1))


def test_only_those_in_the_group_and_only_known_reasons():
    enrol("bahar")
    with pytest.raises(NotInRegister):
        mark(PRESENT, Mark("bahar", 180))
    with pytest.raises(UnknownReason):
        mark(Mark("amina", 0, "hund"))
    assert not Account.objects.exists()


def test_one_whose_plan_has_ended_is_no_longer_in_the_register():
    enrol("bahar")
    plan_for("bahar", last=WEEK.monday)
    mark(Mark("bahar", 180))
    with pytest.raises(NotInRegister):
        mark(Mark("bahar", 180), session=f"sfi-c-1-{WEEK.days[1]}")


def test_another_teachers_register_is_not_there_and_a_caseworker_marks_none():
    hire("bjorn")
    with pytest.raises(NothingHere):
        mark(PRESENT, by="bjorn")
    with pytest.raises(NotInYourRole):
        mark(PRESENT, by="karin")
