"""Note who was let in and how, and give an account a new password or a new beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.handing_over import refuse_leaving_protected
from byggsten.actions.staff import refuse_weak
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import StaffMember

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


class NoSuchAccount(Refusal):
    """Nobody has the user name."""


def note_sign_in(username: str, *, methods: Iterable[str], at: datetime) -> None:
    """Write in the diary that somebody was let in; which methods, never what they typed."""
    diary.write("staff.signed_in", by=username, at=at, methods=sorted(set(methods)))


def note_second_factor(username: str, *, what: str, kind: str, at: datetime) -> None:
    """Write in the diary that somebody added or removed a second factor of their own."""
    diary.write(f"staff.second_factor_{what}", by=username, at=at, kind=kind)


@transaction.atomic
def set_password(username: str, password: str, *, by: str, at: datetime) -> None:
    """Give the account a new password; every session of it ends.  Raises NoSuchAccount, WeakPassword."""
    user = _account(username)
    refuse_weak(password, user)
    user.set_password(password)
    user.save()
    _end_sessions(user)
    diary.write("staff.password_set", by=by, at=at, username=username)


@transaction.atomic
def reset_second_factor(username: str, *, by: str, at: datetime) -> int:
    """Take away the account's second factors and its tie to the municipality's sign-in; every session ends.

    Says how many there were.  Raises NoSuchAccount.
    """
    user = _account(username)
    removed: int = Authenticator.objects.filter(user=user).delete()[0]
    SocialAccount.objects.filter(user=user).delete()
    _end_sessions(user)
    diary.write("staff.second_factor_reset", by=by, at=at, username=username, removed=removed)
    return removed


@transaction.atomic
def close_account(username: str, *, by: str, at: datetime) -> None:
    """Let the account in no more; what it has done stays.  Raises NoSuchAccount, AnswersForProtected."""
    user = _account(username)
    refuse_leaving_protected(username)
    user.is_active = False
    user.save(update_fields=["is_active"])
    _end_sessions(user)
    diary.write("staff.closed", by=by, at=at, username=username)


def _account(username: str) -> User:
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None or not StaffMember.objects.filter(user=user).exists():
        raise NoSuchAccount(Text(N_("Användaren «%(name)s» finns inte. Se över namnet."), {"name": username}))
    return user


def _end_sessions(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()
