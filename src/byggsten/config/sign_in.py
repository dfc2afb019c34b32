"""How people are let in: local accounts with a second factor, and the municipality's own sign-in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from byggsten.config import env

APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]
_RULES = "django.contrib.auth.password_validation"
REQUIRED, OFFERED = "required", "offered"
# The name of the municipality's own sign-in in addresses.
MUNICIPAL = "kommunen"


def second_factor(*, required: bool) -> str:
    """Whether everybody must have a second factor, or may."""
    chosen = env.text("BYGGSTEN_SECOND_FACTOR", REQUIRED if required else OFFERED)
    if chosen not in (REQUIRED, OFFERED):
        raise env.WrongSetting(
            f"Miljövariabeln BYGGSTEN_SECOND_FACTOR är «{chosen}». Skriv {REQUIRED} eller {OFFERED}."
        )
    return chosen


def settings(municipality: str, *, https: bool, behind_proxy: bool) -> dict[str, Any]:
    """What django-allauth is told (docs/adr/0018)."""
    return {
        "LOGIN_URL": "sign_in",
        "LOGIN_REDIRECT_URL": "/",
        "LOGOUT_REDIRECT_URL": "sign_in",
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
            {"NAME": f"{_RULES}.CommonPasswordValidator"},
            {"NAME": f"{_RULES}.UserAttributeSimilarityValidator"},
        ],
        "ACCOUNT_ADAPTER": "byggsten.web.account.adapters.Accounts",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        # Many sit behind one address; five wrong passwords for one name are enough whoever tries.
        "ACCOUNT_RATE_LIMITS": {"login": "120/m/ip", "login_failed": "60/m/ip,5/300s/key"},
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1 if behind_proxy else 0,
        "MFA_ADAPTER": "byggsten.web.account.adapters.SecondFactors",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_RECOVERY_CODES_SHOW_ONCE": True,
        "MFA_TOTP_ISSUER": f"Byggsten {municipality}",
        # A phone's clock may be half a minute wrong.
        "MFA_TOTP_TOLERANCE": 1,
        # Without https there is only this machine, while trying.
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not https,
        "SOCIALACCOUNT_ADAPTER": "byggsten.web.account.municipal.MunicipalAccounts",
        "SOCIALACCOUNT_PROVIDERS": _municipal_sign_in(),
        "CACHES": _cache(),
    }


def municipal_origin() -> list[str]:
    """Where a form may lead besides here, for the content security policy: the municipality's sign-in."""
    parts = urlsplit(env.text("BYGGSTEN_OIDC_ISSUER", ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _municipal_sign_in() -> dict[str, Any]:
    issuer = env.text("BYGGSTEN_OIDC_ISSUER", "")
    if not issuer:
        return {}
    levels = env.words("BYGGSTEN_OIDC_ACR")
    if not levels:
        raise env.WrongSetting(
            "Miljövariabeln BYGGSTEN_OIDC_ACR saknas. Ange de tillitsnivåer (acr) som godtas."
        )
    app = {
        "provider_id": MUNICIPAL,
        "name": env.text("BYGGSTEN_OIDC_NAME", "Kommunens inloggning"),
        "client_id": env.text("BYGGSTEN_OIDC_CLIENT_ID"),
        "secret": env.text("BYGGSTEN_OIDC_SECRET"),
        "settings": {
            "server_url": issuer,
            "oauth_pkce_enabled": True,
            # What counts is what is signed, so nothing more is asked for.
            "fetch_userinfo": False,
            "auth_params": {"acr_values": " ".join(levels)},
            "issuer": issuer,
            "levels": list(levels),
            "claim": env.text("BYGGSTEN_OIDC_CLAIM", "preferred_username"),
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def _cache() -> dict[str, Any]:
    """Wrong passwords are counted in the process, or in the database when several processes serve."""
    if env.flag("BYGGSTEN_SHARED_CACHE"):
        backend = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "byggsten_cache"}
    else:
        backend = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {"default": backend}
