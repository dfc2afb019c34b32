"""Accounts are made, given passwords and closed from the command line; a password is never an argument."""

import io

import pytest
from django.contrib.auth.models import User

from byggsten.cli.exits import Exit
from byggsten.records.models import Event, StaffMember
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
