"""Sign in, sign out, choose a language, and land on the desk of one's role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from byggsten.access.actors import actor_of
from byggsten.access.roles import May
from byggsten.web import theme
from byggsten.web.desk import open_to_all
from byggsten.web.middleware import BEGAN, CHOSEN

if TYPE_CHECKING:
    from django.http import HttpRequest

    from byggsten.web.desk import StaffRequest

HOMES = (
    (May.SEE_PERSON, "caseworker:work_list"),
    (May.SEE_REGISTER, "teacher:groups"),
    (May.SEE_UNIT, "manager:overview"),
)
BRAND = {
    "accent": "#0b5d6e",
    "neutral": "#24313a",
    "brand1": "#8a5a14",
    "brand2": "#6b4a7e",
    "moss": "#4f6b2f",
}


class SignInForm(AuthenticationForm):
    """User name and password; the refusal never says which of them was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wrong = _("Användarnamnet eller lösenordet stämmer inte. Försök igen.")
        self.error_messages = {"invalid_login": wrong, "inactive": wrong}
        self.fields["username"].label = _("Användarnamn")
        self.fields["password"].label = _("Lösenord")


@method_decorator(open_to_all, name="dispatch")
class SignIn(views.LoginView):
    """The way in with a local account."""

    template_name = "public/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        chosen = self.request.session.get(CHOSEN)
        answer = super().form_valid(form)
        self.request.session[BEGAN] = self.request.now.timestamp()  # type: ignore[attr-defined]
        if chosen:
            self.request.session[CHOSEN] = chosen
        return answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        answer = super().form_invalid(form)
        answer.status_code = 422
        return answer


@open_to_all
def home(request: StaffRequest) -> HttpResponse:
    """The desk of one's role, or the way in."""
    if not request.user.is_authenticated:
        return redirect("sign_in")
    actor = actor_of(request.user.get_username(), on=request.today)
    for may, page in HOMES:
        if actor.has(may):
            return redirect(page)
    return render(request, "errors/no_role.html", status=403)


@require_POST
@open_to_all
def leave(request: StaffRequest) -> HttpResponse:
    """Sign out; only by a button, never by a link that a page could follow by itself."""
    return views.LogoutView.as_view()(request)


@require_POST
@open_to_all
def language(request: StaffRequest) -> HttpResponse:
    """Speak another language from now on, and go back to where one was."""
    wanted = request.POST.get("language", "")
    if wanted in dict(settings.LANGUAGES):
        request.session[CHOSEN] = wanted
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(back if safe and back.startswith("/") else "/")


@open_to_all
def theme_css(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for all
    """The municipality's colours as a style sheet."""
    return HttpResponse(
        theme.css(BRAND), content_type="text/css", headers={"Cache-Control": "public, max-age=3600"}
    )
