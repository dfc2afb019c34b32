"""The register of one session: one choice a person, saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.marks import LateChange
from byggsten.actions.registers import mark_register
from byggsten.domain.texts import Refusal
from byggsten.queries.register_page import register_page
from byggsten.web.desk import shows, writes
from byggsten.web.spoken import said
from byggsten.web.teacher import forms

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.register_page import RegisterPage
    from byggsten.web.desk import StaffRequest

LONGEST_WHY = 500


@writes(May.MARK_REGISTER)
def register(request: StaffRequest, session: str) -> HttpResponse:
    """Show the register, or save it; what cannot be saved is told, with every choice kept."""
    page = register_page(request.actor, session, request.language)
    shows(request, [pupil.reference for pupil in page.pupils], purpose="register")
    if request.method != "POST":
        return _page(request, page, forms.standing(page))
    choices = forms.chosen(page, request.POST)
    why = request.POST.get("why", "")[:LONGEST_WHY]
    if any(choice.error for choice in choices):
        return _page(request, page, choices, why=why, error=_("Inget är sparat. Rätta raderna med fel."))
    try:
        marked = mark_register(
            session=session,
            marks=forms.marks(choices, page.session.minutes),
            by=request.actor,
            at=request.now,
            why=why,
        )
    except LateChange as refusal:
        return _page(request, page, choices, why=why, late=True, error=said(refusal))
    except Refusal as refusal:
        return _page(request, page, choices, why=why, error=said(refusal))
    left = sum(not choice.kind for choice in choices)
    changed = sum(pupil.attended is not None for pupil in page.pupils if pupil.reference in marked.written)
    told = _("Närvaron är sparad. Nya: %(new)s. Ändrade: %(changed)s. Kvar att registrera: %(left)s.")
    new = len(marked.written) - changed
    messages.success(request, told % {"new": new, "changed": changed, "left": left})
    return redirect("teacher:register", session=session)


def _page(
    request: StaffRequest,
    page: RegisterPage,
    choices: tuple[forms.Choice, ...],
    *,
    why: str = "",
    late: bool = False,
    error: str = "",
) -> HttpResponse:
    context = {
        "page": page,
        "choices": choices,
        "open": page.session.day <= request.today and not page.session.cancelled,
        "unmarked": sum(not choice.kind for choice in choices),
        "why": why,
        "late": late or bool(why),
        "error": error,
    }
    return render(request, "teacher/register.html", context, status=422 if error else 200)
