"""Showing once more who one is, before something that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView

from byggsten.web.account.forms import CodeAgainForm, PasswordAgainForm

if TYPE_CHECKING:
    from django.http import HttpResponse


class Unprocessable:
    """A form that was refused is answered with 422, as everywhere else here."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page with what was wrong."""
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        answer.status_code = 422
        return answer


class PasswordAgain(Unprocessable, ReauthenticateView):  # type: ignore[misc]
    """The password once more, before something that matters."""

    template_name = "account/again.html"
    form_class = PasswordAgainForm


class CodeAgain(Unprocessable, CodeAgainView):  # type: ignore[misc]
    """The code once more, before something that matters."""

    template_name = "account/again.html"
    form_class = CodeAgainForm


class KeyAgain(ReauthenticateWebAuthnView):  # type: ignore[misc]
    """The key once more, before something that matters."""

    template_name = "account/key_again.html"
