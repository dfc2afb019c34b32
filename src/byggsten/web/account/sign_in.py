"""The way in: user name and password, then the second step if the account has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core.internal.ratelimit import decorator as braked
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from byggsten.web.account.forms import CodeForm, SignInForm
from byggsten.web.desk import open_to_all

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from byggsten.web.desk import StaffRequest


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_all
@braked(app="allauth.account", action="login")  # type: ignore[untyped-decorator]
def sign_in(request: StaffRequest) -> HttpResponse:
    """The way in with a local account; also shows the municipality's own sign-in if there is one."""
    wanted = safe_address(request)
    if request.user.is_authenticated:
        return redirect(wanted or settings.LOGIN_REDIRECT_URL)
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        login = Login(user=form.user, redirect_url=wanted or settings.LOGIN_REDIRECT_URL)
        answer: HttpResponse = perform_password_login(
            request, {"username": form.cleaned_data["username"]}, login
        )
        return answer
    context = {"form": form, "next": wanted, "municipal": _municipal_name()}
    return render(request, "account/sign_in.html", context, status=422 if form.errors else 200)


def safe_address(request: HttpRequest) -> str:
    """The page one was on the way to; never at another host."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe and wanted.startswith("/") else ""


def _municipal_name() -> str:
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", ())
    return str(apps[0]["name"]) if apps else ""


class SecondStep(AuthenticateView):  # type: ignore[misc]
    """A code or a key, after the password; nobody is signed in until it is right."""

    template_name = "account/second_step.html"
    form_class = CodeForm

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page with what was wrong."""
        answer: HttpResponse = super().form_invalid(form)
        answer.status_code = 422
        return answer
