"""The last change of an activity can be taken back, while nobody has changed it since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.catalogue import change_activity
from byggsten.domain.texts import Refusal
from byggsten.web.catalogue.form_draft import draft_of
from byggsten.web.catalogue.forms import ActivityForm
from byggsten.web.desk import writes
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

# What stood before the last change: in the session, which is the coordinator's own and ends with the day.
BEFORE = "catalogue_before"


def remember(request: StaffRequest, reference: str, stamp: int, before: Mapping[str, Any]) -> None:
    """Keep what stood before the change that gave the activity this stamp."""
    request.session[BEFORE] = {"reference": reference, "stamp": stamp, "values": dict(before)}


def can_undo(request: StaffRequest, reference: str, stamp: int) -> bool:
    """Whether the last change of the activity is one's own."""
    kept = request.session.get(BEFORE) or {}
    return (kept.get("reference"), kept.get("stamp")) == (reference, stamp)


@writes(May.EDIT_CATALOGUE)
def undo(request: StaffRequest, reference: str) -> HttpResponse:
    """Write what stood before; a change that somebody made since is never undone by it."""
    kept = request.session.get(BEFORE) or {}
    if request.method != "POST" or kept.get("reference") != reference:
        return redirect("catalogue:activity", reference=reference)
    form = ActivityForm(kept["values"])
    try:
        if form.is_valid():
            draft = draft_of(form, reference)
            change_activity(draft, stamp=kept["stamp"], by=request.actor, at=request.now)
            messages.success(request, _("Ändringen är ångrad. Aktiviteten står som förut."))
    except Refusal as refusal:
        messages.error(request, said(refusal))
    del request.session[BEFORE]
    return redirect("catalogue:activity", reference=reference)
