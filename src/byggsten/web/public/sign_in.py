"""Sign out, choose a language, and land on the desk of one's role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import views
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from byggsten.access.actors import actor_of
from byggsten.access.roles import May
from byggsten.web import theme
from byggsten.web.desk import open_to_all
from byggsten.web.middleware import CHOSEN

if TYPE_CHECKING:
    from django.http import HttpRequest

    from byggsten.web.desk import StaffRequest

HOMES = (
    (May.SEE_PERSON, "caseworker:work_list"),
    (May.SEE_REGISTER, "teacher:groups"),
    (May.SEE_UNIT, "manager:overview"),
    (May.EDIT_CATALOGUE, "catalogue:activities"),
)
BRAND = {
    "accent": "#0b5d6e",
    "neutral": "#24313a",
    "brand1": "#8a5a14",
    "brand2": "#6b4a7e",
    "moss": "#4f6b2f",
}


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
