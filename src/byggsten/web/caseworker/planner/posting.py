"""Answer a form of the plan: whatever button was pressed, what was typed is saved first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions.plan_adoption import UnfinishedPlan, adopt_draft
from byggsten.actions.plan_drafts import StaleDraft, discard_draft, save_draft, undo_draft
from byggsten.domain.texts import Refusal
from byggsten.queries.plan_editor import desk
from byggsten.web.caseworker.planner import changing
from byggsten.web.caseworker.planner.conflict import conflict_of, merged
from byggsten.web.caseworker.planner.form import shown
from byggsten.web.caseworker.planner.page import Trouble, saved, show
from byggsten.web.caseworker.planner.reading import typed
from byggsten.web.caseworker.planner.returning import anchor_of, back
from byggsten.web.caseworker.planner.words import told
from byggsten.web.desk import shows, writes
from byggsten.web.numbers import number
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.domain.plan_draft import Draft
    from byggsten.web.caseworker.planner.form import Typed
    from byggsten.web.desk import StaffRequest

DROP = "drop:"
AUTOSAVE, ADOPT, DISCARD, UNDO, MERGE = (
    "autosave", "adopt", "discard", "undo", "merge",
)  # fmt: skip


@writes(May.PLAN)
def planner(request: StaffRequest, reference: str) -> HttpResponse:
    """The page; with POST save, do what the button says, and come back to the same place."""
    demand(request.actor, May.PLAN, Subject.PERSON, reference)
    shows(request, [reference], purpose="casework")
    return answer(request, reference) if request.method == "POST" else show(request, reference)


def answer(request: StaffRequest, reference: str) -> HttpResponse:
    """What one button does."""
    form = typed(request.POST)
    act = request.POST.get("do", "")
    if act.startswith(DROP):
        form = form.without(act.removeprefix(DROP))
    if act == AUTOSAVE:
        return _autosave(request, reference, form)
    if form.all_errors and act != DISCARD:
        return show(request, reference, typed=form)
    try:
        return _done(request, reference, form, act)
    except StaleDraft as stale:
        form = _pressed(request, form, act)
        conflict = conflict_of(stale, request.POST, form.draft)
        trouble = Trouble(conflict=conflict, status=422 if conflict.unanswered else 409)
    except UnfinishedPlan as refusal:
        trouble = Trouble(tuple(told(text) for text in refusal.texts))
    except Refusal as refusal:
        trouble = Trouble((said(refusal),))
    return show(request, reference, typed=form, trouble=trouble)


def _done(request: StaffRequest, reference: str, form: Typed, act: str) -> HttpResponse:
    stamp = _stamp(request)
    who = {"person": reference, "by": request.actor, "at": request.now}
    if act == DISCARD:
        discard_draft(stamp=stamp, **who)  # type: ignore[arg-type]
        messages.success(request, _("Utkastet är borta. Planen som gäller är inte ändrad."))
        return _leave(request, reference)
    if act == ADOPT:
        return _adopt(request, reference, form, stamp)
    draft = form.draft
    if act == MERGE:
        draft, stamp = merged(request, reference, draft)
    stamp = _save(request, reference, draft, stamp)
    if act == UNDO:
        undo_draft(stamp=stamp, **who)  # type: ignore[arg-type]
        return back(request, reference, "draft")
    change = changing.change_of(act, draft, request)
    if change is not None:
        _save(request, reference, change.draft, stamp)
        messages.success(request, change.told)
        return back(request, reference, change.anchor)
    if act in ("", "save", MERGE):
        messages.success(request, _("Utkastet är sparat."))
    return back(request, reference, anchor_of(act))


def _pressed(request: StaffRequest, form: Typed, act: str) -> Typed:
    """The form with what the button asked for."""
    change = changing.change_of(act, form.draft, request)
    return form if change is None else shown(change.draft)


def _save(request: StaffRequest, reference: str, draft: Draft, stamp: int) -> int:
    """Keep the draft; the first time, note which plan it takes over from."""
    current = desk(request.actor, reference)
    begins = None if current.kept else current.current.reference if current.current else ""
    return save_draft(
        person=reference, draft=draft, stamp=stamp, by=request.actor, at=request.now, supersedes=begins
    )


def _adopt(request: StaffRequest, reference: str, form: Typed, stamp: int) -> HttpResponse:
    try:
        stamp = _save(request, reference, form.draft, stamp)
    except StaleDraft as stale:
        # A second click: the first has already made the plan, and adopting again finds it.
        if stale.theirs is not None:
            raise
    plan = adopt_draft(person=reference, stamp=stamp, by=request.actor, at=request.now)
    messages.success(request, _("Planen är antagen. Nu ska personen få ta ställning till den."))
    return _leave(request, reference) if plan else back(request, reference, "draft")


def _leave(request: StaffRequest, reference: str) -> HttpResponse:
    """To the plan's page: a whole page, also for a script that asked for a part of this one."""
    address = reverse("caseworker:plan", args=[reference])
    return HttpResponseClientRedirect(address) if "HX-Request" in request.headers else redirect(address)


def _autosave(request: StaffRequest, reference: str, form: Typed) -> HttpResponse:
    """Keep what is typed while it is typed; a fault is told in a line and nothing is lost."""
    if form.all_errors:
        return saved(request, reference, _("Inte sparat: rätta fälten med fel."), status=422)
    try:
        stamp = _save(request, reference, form.draft, _stamp(request))
    except StaleDraft as stale:
        words = _("Inte sparat: %(name)s har sparat utkastet. Tryck på Spara för att se båda texterna.")
        return saved(request, reference, words % {"name": stale.saved_by}, status=409)
    except Refusal as refusal:
        return saved(request, reference, said(refusal), status=422)
    return saved(request, reference, "", kept=(stamp, form.draft))


def _stamp(request: StaffRequest) -> int:
    return number(request.POST.get("stamp", "")) or 0
