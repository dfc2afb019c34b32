"""The coordinator writes an activity: new, changed, or changed back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.catalogue import change_activity, create_activity
from byggsten.actions.catalogue_places import add_provider
from byggsten.actions.catalogue_rows import Unkept
from byggsten.actions.catalogue_stamps import StaleActivity
from byggsten.domain.catalogue import NotReady
from byggsten.domain.organisations import Provider, ProviderKind
from byggsten.domain.texts import Refusal
from byggsten.queries.catalogue_page import activity_page
from byggsten.web.catalogue import undoing, words
from byggsten.web.catalogue.form_draft import changed_by_others, draft_of, field_of, values_of
from byggsten.web.catalogue.forms import ActivityForm
from byggsten.web.desk import writes
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.catalogue_page import ActivityPage
    from byggsten.web.desk import StaffRequest


@writes(May.EDIT_CATALOGUE)
def new(request: StaffRequest) -> HttpResponse:
    """An empty form, or a new draft."""
    form = ActivityForm(request.POST if request.method == "POST" else None, initial={"duty_marked": True})
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, None)
    try:
        with transaction.atomic():
            _add_provider(request, form)
            reference = create_activity(draft_of(form, ""), by=request.actor, at=request.now)
    except Refusal as refusal:
        _tell(form, refusal)
        return _page(request, form, None)
    messages.success(request, _("Utkastet är sparat. Lägg till grupper och publicera när allt är med."))
    return redirect("catalogue:activity", reference=reference)


@writes(May.EDIT_CATALOGUE)
def edit(request: StaffRequest, reference: str) -> HttpResponse:
    """The activity as a form, or its change."""
    page = activity_page(request.actor, reference, May.EDIT_CATALOGUE)
    before = values_of(page.draft)
    if request.method != "POST":
        return _page(request, ActivityForm(initial=before | {"stamp": page.entry.stamp}), page)
    form = ActivityForm(request.POST)
    if not form.is_valid():
        return _page(request, form, page)
    stamp = form.cleaned_data["stamp"] or 0
    try:
        with transaction.atomic():
            _add_provider(request, form)
            change_activity(draft_of(form, reference), stamp=stamp, by=request.actor, at=request.now)
    except StaleActivity as stale:
        return _page(request, _beside(request, form, stale), page, stale=said(stale))
    except Refusal as refusal:
        _tell(form, refusal)
        return _page(request, form, page)
    undoing.remember(request, reference, stamp + 1, before)
    messages.success(request, _("Aktiviteten är sparad."))
    return redirect("catalogue:activity", reference=reference)


def _add_provider(request: StaffRequest, form: ActivityForm) -> None:
    told = form.cleaned_data
    if told["new_provider"]:
        provider = Provider(told["new_provider"], ProviderKind(told["new_provider_kind"]))
        add_provider(provider, by=request.actor, at=request.now)


def _beside(request: StaffRequest, form: ActivityForm, stale: StaleActivity) -> ActivityForm:
    """The form with what stands now told at each field that differs, and with its stamp."""
    theirs = values_of(stale.theirs.draft)
    data = request.POST.copy()
    data["stamp"] = str(stale.theirs.stamp)
    again = ActivityForm(data)
    again.is_valid()
    for name, value in changed_by_others(form, theirs).items():
        shown = _shown(again, name, value)
        again.add_error(name, _("Nu står det: %(value)s") % {"value": shown})
    return again


def _shown(form: ActivityForm, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    choices = dict(getattr(form.fields[name], "choices", ()))
    return str(choices.get(value, value)) if value not in ("", None) else _("(tomt)")


def _tell(form: ActivityForm, refusal: Refusal) -> None:
    """What was refused, at the fields it is about."""
    if isinstance(refusal, NotReady):
        for one in refusal.lacks:
            form.add_error(field_of(one.field) or None, spoken(one.text))
    elif isinstance(refusal, Unkept) and refusal.field in form.fields:
        form.add_error(refusal.field, said(refusal))
    else:
        form.add_error(None, said(refusal))


def _page(
    request: StaffRequest, form: ActivityForm, page: ActivityPage | None, stale: str = ""
) -> HttpResponse:
    context = {"form": form, "page": page, "stale": stale, "words": words}
    return render(request, "catalogue/edit.html", context, status=422 if form.errors else 200)
