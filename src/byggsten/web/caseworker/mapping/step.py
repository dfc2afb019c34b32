"""One part of the conversation: what to ask, what has been said, and a form that saves one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.actions.mapping_claims import ClaimsStand, add_claim, change_claim
from byggsten.actions.mapping_rows import ClaimChanged
from byggsten.domain.competence import Absence, Topic
from byggsten.queries.mapping_page import mapping_page
from byggsten.queries.taxonomy import is_loaded
from byggsten.web.caseworker.mapping.asking import asked_about, nothing_said
from byggsten.web.caseworker.mapping.forms import ClaimForm
from byggsten.web.caseworker.mapping.parts import parts_of, progress
from byggsten.web.caseworker.mapping.steps import BY_SLUG, STEPS
from byggsten.web.desk import shows, writes
from byggsten.web.numbers import number
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.mapping_shown import MappingPage
    from byggsten.web.caseworker.mapping.steps import Step
    from byggsten.web.desk import StaffRequest


@writes(May.CHANGE_PERSON)
def step(request: StaffRequest, reference: str, slug: str) -> HttpResponse:
    """Show the part, or save what was said."""
    part = BY_SLUG.get(slug)
    if part is None:
        raise NothingHere
    page = mapping_page(request.actor, reference)
    shows(request, [reference], purpose="casework")
    if request.method != "POST":
        return _page(request, page, part)
    topic = next((topic for topic in part.topics if topic == request.POST.get("topic")), None)
    if topic is None:
        raise NothingHere
    for kind in (Absence.NOTHING, Absence.DECLINED):
        if kind.value in request.POST:
            return _nothing(request, page, part, topic, kind)
    searched = request.POST.get("search", "")
    form = ClaimForm(topic, request.POST, language=request.language, searched=searched)
    return _page(request, page, part, form) if searched else _save(request, page, part, form)


def _save(request: StaffRequest, page: MappingPage, part: Step, form: ClaimForm) -> HttpResponse:
    claimed = form.said()
    if claimed is None:
        return _page(request, page, part, form)
    person, seen = page.reference, number(request.POST.get("claim", ""))
    try:
        if seen is not None:
            change_claim(person=person, claim=seen, said=claimed, by=request.actor, at=request.now)
        else:
            key = request.POST.get("key", "")
            add_claim(person=person, said=claimed, key=key, by=request.actor, at=request.now)
    except ClaimChanged as refusal:
        form.add_error(None, said(refusal))
        return _page(request, mapping_page(request.actor, person), part, form, refusal.theirs)
    messages.success(request, _("Sparat. Lägg till mer, eller gå vidare."))
    return _onwards(request, person, part)


def _nothing(
    request: StaffRequest, page: MappingPage, part: Step, topic: Topic, kind: Absence
) -> HttpResponse:
    try:
        what = nothing_said(topic, kind)
        add_claim(person=page.reference, said=what, key="", by=request.actor, at=request.now)
    except ClaimsStand as refusal:
        messages.error(request, said(refusal))
        return redirect("caseworker:mapping_step", reference=page.reference, slug=part.slug)
    messages.success(request, _("Antecknat att ni har talat om det."))
    return _onwards(request, page.reference, part)


def _onwards(request: StaffRequest, reference: str, part: Step) -> HttpResponse:
    following = STEPS[min(STEPS.index(part) + 1, len(STEPS) - 1)]
    to = following if "onwards" in request.POST else part
    return redirect("caseworker:mapping_step", reference=reference, slug=to.slug)


def _page(
    request: StaffRequest,
    page: MappingPage,
    part: Step,
    sent: ClaimForm | None = None,
    theirs: int | None = None,
) -> HttpResponse:
    parts, place = parts_of(page), STEPS.index(part)
    wrong = bool(sent and sent.errors and not sent.searched)
    context = progress(parts) | {
        "page": page,
        "person": page,
        "parts": parts,
        "step": part,
        "number": place + 1,
        "before": STEPS[place - 1] if place else None,
        "after": STEPS[place + 1] if place + 1 < len(STEPS) else None,
        "asked": [asked_about(request, page, topic, sent, theirs) for topic in part.topics],
        "wrong": wrong,
        "loaded": is_loaded(),
    }
    return render(request, "caseworker/mapping/step.html", context, status=422 if wrong else 200)
