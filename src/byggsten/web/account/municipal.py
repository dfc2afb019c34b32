"""The municipality's own sign-in, by OpenID Connect: lets in staff with an account here, and nobody else."""

from __future__ import annotations

import base64
import json
import logging
from typing import TYPE_CHECKING, Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib.auth.models import User
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from byggsten.queries.staff import may_sign_in
from byggsten.web import errors
from byggsten.web.desk import open_to_all

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from byggsten.web.desk import StaffRequest

LOG = logging.getLogger(__name__)
SIGNED = ("RS256", "PS256", "ES256")


class SignedTokens(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """The identity token is believed only with a signature by one of the issuer's keys."""

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        if _algorithm(id_token) not in SIGNED:
            raise OAuth2Error("unsigned id_token")
        # Allauth trusts the line to the issuer instead; we want both.
        self.did_fetch_access_token = False
        claims: dict[str, Any] = super()._decode_id_token(app, id_token)
        if claims.get("iss", "").rstrip("/") != app.settings["issuer"].rstrip("/"):
            raise OAuth2Error("wrong issuer")
        return claims


def _algorithm(id_token: str) -> object:
    """What the token says that it is signed with; a list of our own decides whether that is believed."""
    head = id_token.partition(".")[0]
    try:
        return json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))["alg"]
    except (ValueError, KeyError, TypeError):
        return None


class MunicipalAccounts(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Ties what the issuer says to a member of the staff by one claim; never makes an account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Nobody gets an account by signing in."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Refuse a level that is too low and a person without an account; the answer is the same."""
        claims = sociallogin.account.extra_data.get("id_token") or {}
        wanted = sociallogin.provider.app.settings
        if claims.get("acr") not in wanted["levels"]:
            self._refuse(request, "acr")
        username = claims.get(wanted["claim"])
        if not isinstance(username, str) or not may_sign_in(username):
            self._refuse(request, "unknown")
        if sociallogin.is_existing and sociallogin.user.get_username() != username:
            self._refuse(request, "other")
        # What else the issuer told is not kept.
        sociallogin.account.extra_data = {}
        if sociallogin.is_existing:
            sociallogin.account.save()
        else:
            sociallogin.connect(request, User.objects.get(username=username))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **why: Any) -> None:
        """One sentence for every fault; the log says which, without a person."""
        del provider
        self._refuse(request, type(why.get("exception")).__name__)

    @staticmethod
    def _refuse(request: HttpRequest, why: str) -> None:
        LOG.warning("municipal sign-in refused: %s", why)
        raise ImmediateHttpResponse(render(request, "account/municipal_refused.html", status=403))


@never_cache
@require_POST
@open_to_all
def leave_for_municipal(request: StaffRequest, provider_id: str) -> HttpResponse:
    """Go to the municipality's sign-in; only by a button."""
    return _view(OAuth2LoginView, request, provider_id)


@never_cache
@require_GET
@open_to_all
def back_from_municipal(request: StaffRequest, provider_id: str) -> HttpResponse:
    """Come back from it with a code that is exchanged for who one is."""
    return _view(OAuth2CallbackView, request, provider_id)


def _view(kind: Any, request: StaffRequest, provider_id: str) -> HttpResponse:
    try:
        answer: HttpResponse = kind.adapter_view(SignedTokens(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        return errors.not_found(request)
    return answer
