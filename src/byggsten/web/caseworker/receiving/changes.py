"""One change at a time to what is recorded about a person: nothing is rewritten, and all is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.domain.texts import Refusal
from byggsten.queries.reception_codes import tellable_facts
from byggsten.queries.reception_details import details
from byggsten.web.caseworker.receiving.change_acts import CHANGES, Change
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import reads, shows, writes
from byggsten.web.spoken import spoken

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpResponse

    from byggsten.queries.reception_details import Details
    from byggsten.web.desk import StaffRequest


@writes(May.CHANGE_PERSON)
def page(request: StaffRequest, reference: str, what: str, about: str = "") -> HttpResponse:
    """The form of one change, or the change itself; ``about`` is the fact or the row that it is about."""
    found = details(request.actor, reference)
    shows(request, [reference], purpose="casework")
    kind = CHANGES.get(what)
    if kind is None:
        raise NothingHere
    change = kind(request, found, about)
    if request.method != "POST":
        return _page(request, found, change, change.form())
    form = change.form(request.POST)
    if form.is_valid():
        try:
            change.carry_out(form)
        except NothingHere as refusal:
            form.add_error(None, spoken(refusal.text))
        except Refusal as refusal:
            change.refused(form, refusal)
    if form.errors or change.stale:
        return _page(request, found, change, form)
    messages.success(request, _("Ändringen är sparad. Det som gällde förut finns kvar."))
    return redirect("caseworker:details", reference=reference)


def _page(request: StaffRequest, found: Details, change: Change, form: forms.Form) -> HttpResponse:
    context: dict[str, Any] = {
        "found": found,
        "person": found.person,
        "form": form,
        "forms": [form],
        "title": change.title(),
        "lead": change.lead(),
        "stale": change.stale,
        "languages": LANGUAGES.values(),
    }
    failed = bool(form.is_bound and (form.errors or change.stale))
    return render(request, "caseworker/receiving/change.html", context, status=422 if failed else 200)


@reads(May.CHANGE_PERSON)
def choose(request: StaffRequest, reference: str) -> HttpResponse:
    """From the list of facts to the form of the one that is chosen."""
    code = request.GET.get("code", "")
    if code not in tellable_facts():
        raise NothingHere
    return redirect("caseworker:details_change", reference=reference, what="uppgift", about=code)
