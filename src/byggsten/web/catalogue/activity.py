"""One activity: what it says, its groups, and the buttons that publish, close and open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions import catalogue
from byggsten.domain.catalogue import NotReady
from byggsten.domain.planning import Publication
from byggsten.domain.texts import Refusal
from byggsten.queries.catalogue_page import activity_page
from byggsten.web.catalogue import undoing, words
from byggsten.web.catalogue.form_draft import field_of
from byggsten.web.desk import reads, writes
from byggsten.web.numbers import number
from byggsten.web.spoken import said, spoken
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.catalogue_page import ActivityPage
    from byggsten.web.desk import StaffRequest


@reads(May.SEE_CATALOGUE)
def activity(request: StaffRequest, reference: str) -> HttpResponse:
    """The activity as those who plan need it, and for the coordinator what it still lacks."""
    return _page(request, activity_page(request.actor, reference))


@writes(May.EDIT_CATALOGUE)
def publication(request: StaffRequest, reference: str) -> HttpResponse:
    """Publish, close, open again, or make it a draft again."""
    page = activity_page(request.actor, reference, May.EDIT_CATALOGUE)
    if request.method != "POST":
        return redirect("catalogue:activity", reference=reference)
    try:
        told = _carry_out(request, reference, page.entry.publication)
    except NotReady:
        error = _("Aktiviteten är inte publicerad. Fyll i det som saknas.")
        return _page(request, page, error=error, status=422)
    except Refusal as refusal:
        return _page(request, activity_page(request.actor, reference), error=said(refusal), status=422)
    messages.success(request, told)
    return redirect("catalogue:activity", reference=reference)


def _carry_out(request: StaffRequest, reference: str, before: Publication) -> str:
    act = request.POST.get("act", "")
    stamp = number(request.POST.get("stamp", "")) or 0
    by, at = request.actor, request.now
    if act == "close":
        people = catalogue.close_activity(reference, stamp=stamp, by=by, at=at)
        told = _("Aktiviteten är stängd för nya planer. Så många behåller den i sin plan: %(people)s.")
        return told % {"people": people}
    if act == "unpublish":
        catalogue.unpublish_activity(reference, stamp=stamp, by=by, at=at)
        return _("Aktiviteten är ett utkast igen.")
    catalogue.publish_activity(reference, stamp=stamp, by=by, at=at)
    if before is Publication.CLOSED:
        return _("Aktiviteten är öppen igen och kan väljas i planer.")
    return _("Aktiviteten är publicerad och kan väljas i planer.")


def _page(request: StaffRequest, page: ActivityPage, *, error: str = "", status: int = 200) -> HttpResponse:
    edits = request.actor.has(May.EDIT_CATALOGUE)
    entry = page.entry
    context = {
        "page": page,
        "draft": page.draft,
        "edits": edits,
        "error": error,
        "lacks": [(field_of(one.field), spoken(one.text)) for one in page.lacks] if edits else [],
        "state": words.STATES[entry.publication],
        "kind": KINDS.get(page.draft.kind) if page.draft.kind else None,
        "can_undo": edits and undoing.can_undo(request, page.draft.reference, entry.stamp),
        "provider_kind": words.PROVIDERS[entry.provider.kind],
        "words": words,
    }
    return render(request, "catalogue/activity.html", context, status=status)
