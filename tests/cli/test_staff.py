"""Accounts are made, given passwords and closed from the command line; a password is never an argument."""

import io

import pytest
from django.contrib.auth.models import User

from byggsten.actions.staff import assign
from byggsten.cli.exits import Exit
from byggsten.records.models import Assignment, Event, StaffMember
from tests import people
from tests.cli.running import answered, said, unfolded

pytestmark = pytest.mark.django_db
LONG = "korrekt häst batteri"
CREATE = ("staff", "create", "karin", "--name", "Karin Lind", "--role", "caseworker", "--unit", "Norr")


@pytest.fixture
def typing(monkeypatch):
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))


def test_an_account_is_made_changed_and_closed(capsys, typing):
    typing(LONG)
    assert answered(capsys, *CREATE, "--new-unit") == (Exit.OK, {"username": "karin"})
    member = StaffMember.objects.get(user__username="karin")
    assert (member.role, member.unit.name, member.name) == ("caseworker", "Norr", "Karin Lind")
    typing("en annan lång mening")
    code, out, _ = said(capsys, "staff", "password", "karin")
    assert (code, "nytt lösenord" in out) == (Exit.OK, True)
    assert User.objects.get(username="karin").check_password("en annan lång mening")
    assert said(capsys, "staff", "reset-second-factor", "karin")[0] == Exit.OK
    assert said(capsys, "staff", "close", "karin")[0] == Exit.OK
    assert not User.objects.get(username="karin").is_active
    codes = set(Event.objects.values_list("code", flat=True))
    assert codes >= {"staff.created", "staff.password_set", "staff.second_factor_reset", "staff.closed"}
    assert "mening" not in str(list(Event.objects.values_list("facts", flat=True)))


def test_what_is_wrong_is_said(capsys, typing):
    typing(LONG)
    code, _, err = said(capsys, *CREATE)
    assert (code, "Enheten «Norr» finns inte" in unfolded(err)) == (Exit.REFUSED, True)
    typing("kort")
    code, _, err = said(capsys, *CREATE, "--new-unit")
    assert (code, "duger inte" in unfolded(err)) == (Exit.REFUSED, True)
    code, _, err = said(capsys, "staff", "close", "ingen")
    assert (code, "finns inte" in unfolded(err)) == (Exit.REFUSED, True)


class TestWhoAnswersForProtected:
    """An account that alone sees somebody is not closed, and the operator can name another."""

    @pytest.fixture(autouse=True)
    def _yusuf(self):
        people.hire("karin", "omar", "sara", "eva")
        people.enrol("yusuf", "amina")
        assign(["yusuf", "amina"], caseworker="omar", first_day=people.START, by="test", at=people.BEFORE)

    def test_closing_is_refused_until_another_answers(self, capsys):
        code, _, err = said(capsys, "staff", "close", "omar")
        told = unfolded(err)
        assert (code, "i 1 ärenden" in told, "staff assign" in told) == (Exit.REFUSED, True, True)
        assert User.objects.get(username="omar").is_active
        code, out, _ = said(capsys, "staff", "assign", "yusuf", "karin")
        assert (code, "Exempel" in out) == (Exit.OK, False)
        row = Assignment.objects.get(person__reference="yusuf", last_day__isnull=True)
        assert row.caseworker.user.username == "karin"
        assert Event.objects.filter(code="person.handed_over", person="yusuf").exists()
        assert said(capsys, "staff", "close", "omar")[0] == Exit.OK
        # Somebody without protection is seen by the whole unit, and keeps the caseworker until told.
        assert Assignment.objects.get(person__reference="amina").caseworker.user.username == "omar"

    def test_only_an_active_caseworker_of_the_unit_can_be_named(self, capsys):
        User.objects.filter(username="karin").update(is_active=False)
        for username, why in (("karin", "stängt"), ("sara", "enhet"), ("eva", "inte handläggare")):
            code, _, err = said(capsys, "staff", "assign", "yusuf", username)
            assert (code, why in unfolded(err)) == (Exit.REFUSED, True), username
        assert said(capsys, "staff", "assign", "ingen", "omar")[0] == Exit.REFUSED
        assert Assignment.objects.get(person__reference="yusuf").caseworker.user.username == "omar"
