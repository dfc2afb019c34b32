"""The fields of the way in and of one's own account, with our labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgain
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from byggsten.web.account.adapters import WRONG

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from django.http import HttpRequest

CODE = _("Kod")
CODE_HELP = _("Sex siffror från appen, eller en av dina reservkoder.")


class SignInForm(forms.Form):
    """User name and password; the refusal never says which of them was wrong."""

    username = forms.CharField(
        label=_("Användarnamn"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Lösenord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: AbstractBaseUser | None = None

    def clean(self) -> dict[str, Any]:
        """Find the user, with a brake on wrong passwords."""
        given = {name: self.cleaned_data.get(name, "") for name in ("username", "password")}
        if all(given.values()):
            self.user = get_adapter(self.request).authenticate(self.request, **given)
            if self.user is None:
                raise forms.ValidationError(WRONG)
        return self.cleaned_data


def code_field(help_text: Any) -> forms.CharField:
    """A field for a code that a phone may fill in."""
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    return forms.CharField(label=CODE, help_text=help_text, max_length=20, widget=widget)


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""

    code = code_field(CODE_HELP)


class CodeAgainForm(CodeAgain):  # type: ignore[misc]
    """The code once more, before something that matters."""

    code = code_field(CODE_HELP)


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code from an app that has just been tied to the account."""

    code = code_field(_("Skriv de sex siffror som appen visar nu."))


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        self.fields["password"] = forms.CharField(label=_("Lösenord"), strip=False, widget=widget)


class KeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A security key or a passkey, with a name to know it by."""

    name = forms.CharField(
        label=_("Vad ska nyckeln heta?"),
        help_text=_("Till exempel «Telefonen» eller «Nyckel i skåpet»."),
        max_length=60,
        required=False,
    )
