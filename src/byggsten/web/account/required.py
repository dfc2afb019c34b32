"""Where a second factor is demanded, a session without one reaches only the pages that make one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

REQUIRED = "required"
MADE = "second_factor_made"
# A key or a code, or the municipality's own sign-in whose level was verified.
STRONG = ("mfa", "socialaccount")


def made_in_this_session(request: HttpRequest) -> None:
    """Remember that the second factor was shown when it was made, so that it is not asked for at once."""
    request.session[MADE] = True


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this very session has shown a second factor."""
    used = {record["method"] for record in get_authentication_records(request, request.user)}
    made = request.session.get(MADE, False) and is_mfa_enabled(request.user)
    return bool(used & set(STRONG)) or made


class SecondFactorDemanded:
    """Middleware: sends a session without a second factor to where it is made or shown."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Let the page be reached, or answer instead of it."""
        del args, kwargs
        if settings.BYGGSTEN_SECOND_FACTOR != REQUIRED or not request.user.is_authenticated:
            return None
        if getattr(view, "declares", None) in ("open", "account") or has_second_factor(request):
            return None
        return HttpResponseRedirect(self._instead(request))

    @staticmethod
    def _instead(request: HttpRequest) -> str:
        back = urlencode({"next": request.get_full_path()})
        if is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
            return f"{reverse('mfa_reauthenticate')}?{back}"
        if is_mfa_enabled(request.user, [Authenticator.Type.WEBAUTHN]):
            return f"{reverse('mfa_reauthenticate_webauthn')}?{back}"
        return reverse("mfa_index")
