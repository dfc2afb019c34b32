"""Accounts: the same message twice changes nothing, an unknown reason is refused, nothing told is lost."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from byggsten.actions import identities
from byggsten.actions.accounts import RewrittenMessage
from byggsten.actions.attendance import Received, UnknownReason
from byggsten.actions.identities import IdIsTaken, Kind
from byggsten.actions.sessions import record_sessions
from byggsten.actions.waiting import retry_waiting
from byggsten.domain.attendance import Witness
from byggsten.domain.texts import Refusal
from byggsten.records.models import Account, Event, WaitingAccount
from tests.people import NOW, WEEK, amina_at_school, enrol, meet, school, session_on, tell, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def week():
    return amina_at_school()


def test_the_same_message_twice_is_kept_once(week):
    account = told(week[0])
    assert tell(account, told(week[1])) == Received(2, 0, 0, {"amina": {WEEK}})
    assert tell(account, account, told(week[1])) == Received(0, 3, 0, {"amina": {WEEK}})
    assert Account.objects.order_by("pk").first().as_domain() == account
    assert Event.objects.filter(code="accounts.recorded").count() == 1


def test_a_message_that_comes_back_saying_something_else_is_refused(week):
    tell(told(week[0]))
    with pytest.raises(RewrittenMessage, match="Ge rättelsen ett eget nummer"):
        tell(told(week[1]), told(week[0], attended=60, absent=120))
    with pytest.raises(RewrittenMessage):
        tell(told(week[2]), told(week[2], attended=60, absent=120))
    assert Account.objects.count() == 1


def test_a_correction_with_its_own_number_is_a_new_link(week):
    tell(told(week[0]))
    tell(told(week[0], attended=0, absent=180, message="rättelse"))
    assert [row.attended for row in Account.objects.order_by("pk")] == [180, 0]


def test_an_unknown_reason_is_refused_with_those_that_exist_and_nothing_is_written(week):
    with pytest.raises(UnknownReason, match=r"Orsaken «hund» .* finns inte. Välj en av: .*illness"):
        tell(told(week[0]), told(week[1], attended=0, absent=180, reason="hund"))
    assert not Account.objects.exists()


def test_a_reason_that_did_not_hold_on_the_day_is_refused(week):
    long_ago = session_on(week[0].day.replace(year=2017))
    record_sessions([long_ago], by="test", at=NOW)
    with pytest.raises(UnknownReason, match="gällde inte 2017"):
        tell(told(long_ago, attended=0, absent=180, reason="illness"))


def test_an_account_about_somebody_unknown_waits_until_the_person_is_registered(week):
    account = told(week[0], person="bahar", attended=0, absent=180, reason="illness", proof=True)
    assert tell(account, account) == Received(0, 1, 1, {})
    assert tell(account) == Received(0, 1, 0, {})
    waiting = WaitingAccount.objects.get()
    assert (waiting.why, waiting.person_reference) == ("Personen är inte registrerad.", "bahar")
    assert retry_waiting(by="karin", at=NOW) == 0
    enrol("bahar")
    assert retry_waiting(by="karin", at=NOW) == 1
    assert retry_waiting(by="karin", at=NOW) == 0
    assert Account.objects.get().as_domain() == account
    assert tell(account) == Received(0, 1, 0, {"bahar": {WEEK}})


def test_an_account_of_an_unknown_session_waits_for_the_session(week):
    later = session_on(WEEK.plus(1).monday)
    assert tell(told(later)).waiting == 1
    assert WaitingAccount.objects.get().why == "Tillfället är inte registrerat."
    meet(WEEK.plus(1))
    assert retry_waiting(by="karin", at=NOW) == 1


def test_another_systems_own_ids_are_understood(week):
    def know(ids, kind):
        return identities.record_external_ids(ids, system="skola", kind=kind)

    assert know({"guid-1": "amina", "guid-2": "okänd"}, Kind.PERSON).created == 1
    know({"event-1": week[0].reference}, Kind.SESSION)
    assert know({"guid-1": "amina"}, Kind.PERSON).unchanged == 1
    foreign = replace(told(week[0]), person="guid-1", session="event-1")
    assert tell(foreign, system="skola") == Received(1, 0, 0, {"amina": {WEEK}})
    assert tell(foreign, system="annan skola").waiting == 1
    enrol("bahar")
    with pytest.raises(IdIsTaken):
        know({"guid-1": "bahar"}, Kind.PERSON)


def test_an_account_without_a_moment_is_told_now(week):
    tell(told(week[0], recorded_at=None))
    assert Account.objects.get().recorded_at == NOW


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["amina", "ingen"]), st.integers(0, 2), st.sampled_from(Witness),
            st.sampled_from("abc"), st.sampled_from(["", "illness", "hund"]), st.integers(0, 180),
        ),
        max_size=8,
    )
)  # fmt: skip
@pytest.mark.usefixtures("django_db_setup")
def test_nothing_told_is_lost_and_nothing_is_counted_twice(django_db_blocker, messages):
    with django_db_blocker.unblock(), rolled_back():
        amina_at_school()
        days = [session_on(day) for day in WEEK.days[:3]]
        accounts = [
            told(days[day], person, attended, 180 - attended, witness, message=message, reason=reason)
            for person, day, witness, message, reason, attended in messages
        ]
        try:
            got = tell(*accounts)
        except Refusal:
            assert not Account.objects.exists()
            assert not WaitingAccount.objects.exists()
            return
        assert got.recorded + got.already + got.waiting == len(accounts)
        assert (Account.objects.count(), WaitingAccount.objects.count()) == (got.recorded, got.waiting)
        again = tell(*accounts)
        assert (again.recorded, again.waiting) == (0, 0)


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_school_is_recorded_once(week):
    school("eva")
    meet()
    assert Event.objects.filter(code="sessions.recorded").count() == 1
    assert Event.objects.filter(code="groups.registered").count() == 1
    meet(announced_on=WEEK.monday - timedelta(days=30))
    assert Event.objects.filter(code="sessions.recorded").latest("pk").facts == {"created": 0, "changed": 5}
