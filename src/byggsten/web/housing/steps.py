"""Tick a step of the reception, undo that, or settle by when and by whom it is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from byggsten.access.roles import May
from byggsten.actions.reception_steps import StepDetails, settle_step, tick, untick
from byggsten.domain.texts import Refusal
from byggsten.queries.housing import housing_page
from byggsten.web.desk import shows, writes
from byggsten.web.housing.forms import StepForm
from byggsten.web.housing.person import context_of
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@writes(May.CHANGE_PERSON)
def step(request: StaffRequest, reference: str, code: str) -> HttpResponse:
    """Take one button press; looking at the address shows the person's page."""
    found = housing_page(request.actor, reference, with_checklist=True)
    if request.method != "POST":
        return redirect("housing:person", reference)
    form = StepForm(request.POST, auto_id=f"{code}_%s")
    try:
        if "done" in request.POST:
            tick(reference, code, done_on=request.today, by=request.actor, at=request.now)
            messages.success(request, gettext("Steget är klart."))
        elif "undo" in request.POST:
            untick(reference, code, by=request.actor, at=request.now)
            messages.success(request, gettext("Steget är inte klart längre."))
        elif form.is_valid():
            settle_step(reference, code, StepDetails(**form.cleaned_data), by=request.actor, at=request.now)
            messages.success(request, gettext("Steget är sparat."))
        else:
            return _again(request, found, code, form)
    except Refusal as refusal:
        if type(refusal).__module__.startswith("byggsten.access"):
            raise
        form.add_error(None, said(refusal))
        return _again(request, found, code, form)
    return redirect("housing:person", reference)


def _again(request: StaffRequest, found: object, code: str, form: StepForm) -> HttpResponse:
    """The page with what was filled in and what is wrong with it."""
    context = context_of(found, request)  # type: ignore[arg-type]
    for one in context["steps"]:  # type: ignore[attr-defined]
        if one["of"].line.code == code:
            one |= {"form": form, "open": True}
    shows(request, [found.person.reference], purpose="casework")  # type: ignore[attr-defined]
    return render(request, "housing/person.html", context | {"wrong": True}, status=422)
