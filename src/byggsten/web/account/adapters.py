"""What django-allauth asks of us: nobody signs up, and everything is said in Swedish."""

from __future__ import annotations

import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from byggsten.actions.signing_in import note_sign_in
from byggsten.web.middleware import BEGAN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.http import HttpRequest, HttpResponse

WRONG = _("Användarnamnet eller lösenordet stämmer inte. Försök igen.")
TOO_MANY = _("Det blev fel för många gånger. Vänta fem minuter och försök igen.")
WRONG_CODE = _("Koden stämmer inte. Se efter att den inte har hunnit bytas ut, och försök igen.")
# What is worth telling, by the name that allauth gives it; the rest is left unsaid.
TOLD: Mapping[str, Any] = MappingProxyType({
    "mfa/messages/totp_activated.txt": _("Kodappen är kopplad till ditt konto."),
    "mfa/messages/totp_deactivated.txt": _("Kodappen är bortkopplad."),
    "mfa/messages/webauthn_added.txt": _("Säkerhetsnyckeln är sparad."),
    "mfa/messages/webauthn_removed.txt": _("Säkerhetsnyckeln är borttagen."),
    "usersessions/messages/sessions_logged_out.txt": _("De andra inloggningarna är avslutade."),
})  # fmt: skip
METHODS: Mapping[str, Any] = MappingProxyType({
    "reauthenticate": _("Använd ditt lösenord"),
    "mfa_reauthenticate": _("Använd kodapp eller reservkod"),
    "mfa_reauthenticate:webauthn": _("Använd säkerhetsnyckel"),
})  # fmt: skip


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Local accounts; they are made by an administrator (``byggsten staff``)."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "incorrect_password": _("Lösenordet stämmer inte. Försök igen."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's form
        """Nobody makes an account of their own."""
        return False

    def add_message(self, request: HttpRequest, level: int, *what: Any, **more: Any) -> None:
        """Say our own sentence for what happened, if it is worth one."""
        told = more.get("message") or TOLD.get(what[0] if what else "")
        if told:
            messages.add_message(request, level, str(told))

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Let the user in, with a session of a new name whose day begins now."""
        super().login(request, user)
        request.session[BEGAN] = request.now.timestamp()  # type: ignore[attr-defined]
        used = [record["method"] for record in get_authentication_records(request, user)]
        note_sign_in(user.get_username(), methods=used, at=request.now)  # type: ignore[attr-defined]

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """One who has left is told what a stranger is told."""
        del request, user
        return HttpResponseRedirect(reverse("sign_in"))

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Whether to ask again: not within minutes of signing in."""
        del app
        request = context.request
        records = get_authentication_records(request, request.user)
        newest = max((record["at"] for record in records), default=0)
        # The same clock as allauth's, which wrote the records.
        return bool(time.time() - newest > app_settings.REAUTHENTICATION_TIMEOUT)  # noqa: TID251

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to show again who one is, in our words."""
        found = super().get_reauthentication_methods(user)
        return [method | {"description": METHODS[method["id"]]} for method in found]


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: an app with codes, a security key, and codes on paper in reserve."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Koppla först en kodapp eller en säkerhetsnyckel."),
    }

    def _get_site_name(self) -> str:
        return f"Byggsten {settings.BYGGSTEN_MUNICIPALITY}"

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002, ARG002
        """What a key is called until somebody gives it a name."""
        return gettext("Säkerhetsnyckel")
