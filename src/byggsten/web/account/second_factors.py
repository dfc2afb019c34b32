"""One's own second factors: an app with codes, security keys, and codes in reserve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ListWebAuthnView,
    RemoveWebAuthnView,
)
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings

from byggsten.actions.signing_in import note_second_factor
from byggsten.web.account.again import Unprocessable
from byggsten.web.account.forms import FirstCodeForm, KeyForm
from byggsten.web.account.required import REQUIRED, made_in_this_session

if TYPE_CHECKING:
    from django.http import HttpResponse

CODES, KEY, RESERVE = "totp", "webauthn", "recovery_codes"


def _note(request: Any, what: str, kind: str) -> None:
    note_second_factor(request.user.get_username(), what=what, kind=kind, at=request.now)


class SecondFactors(IndexView):  # type: ignore[misc]
    """What is tied to the account, and what can be."""

    template_name = "account/second_factors.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The factors by kind, and whether one is demanded."""
        found: dict[str, Any] = super().get_context_data(**kwargs)
        own = found["authenticators"]
        return found | {
            "app": own.get(CODES),
            "keys": own.get(KEY, ()),
            "reserve": own.get(RESERVE),
            "demanded": settings.BYGGSTEN_SECOND_FACTOR == REQUIRED,
        }


class AddApp(Unprocessable, ActivateTOTPView):  # type: ignore[misc]
    """Tie an app with codes to the account."""

    template_name = "account/add_app.html"
    form_class = FirstCodeForm

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it, and count this session as one with a second factor."""
        answer: HttpResponse = super().form_valid(form)
        made_in_this_session(self.request)
        _note(self.request, "added", CODES)
        return answer


class RemoveApp(Unprocessable, DeactivateTOTPView):  # type: ignore[misc]
    """Untie the app."""

    template_name = "account/remove_app.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Untie it and note that."""
        answer: HttpResponse = super().form_valid(form)
        _note(self.request, "removed", CODES)
        return answer


class Keys(ListWebAuthnView):  # type: ignore[misc]
    """One's security keys."""

    template_name = "account/keys.html"


class AddKey(Unprocessable, AddWebAuthnView):  # type: ignore[misc]
    """Tie a security key or a passkey to the account."""

    template_name = "account/add_key.html"
    form_class = KeyForm

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it, and count this session as one with a second factor."""
        answer: HttpResponse = super().form_valid(form)
        made_in_this_session(self.request)
        _note(self.request, "added", KEY)
        return answer


class RemoveKey(RemoveWebAuthnView):  # type: ignore[misc]
    """Untie a key."""

    template_name = "account/remove_key.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Untie it and note that."""
        answer: HttpResponse = super().form_valid(form)
        _note(self.request, "removed", KEY)
        return answer


class ReserveCodes(ViewRecoveryCodesView):  # type: ignore[misc]
    """The codes in reserve, shown once."""

    template_name = "account/reserve_codes.html"


class NewReserveCodes(Unprocessable, GenerateRecoveryCodesView):  # type: ignore[misc]
    """New codes in reserve instead of the old ones."""

    template_name = "account/new_reserve_codes.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Make them and note that."""
        answer: HttpResponse = super().form_valid(form)
        _note(self.request, "added", RESERVE)
        return answer


class Sessions(ListUserSessionsView):  # type: ignore[misc]
    """Where one is signed in, with a button that ends the others."""

    template_name = "account/sessions.html"
