"""One claim: change it, see what it has been, or take it back with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.mapping_claims import change_claim, take_back_claim
from byggsten.actions.mapping_rows import ClaimChanged
from byggsten.domain.texts import Refusal
from byggsten.queries.mapping_page import chain_of, mapping_page
from byggsten.queries.taxonomy import is_loaded
from byggsten.web.caseworker.mapping.forms import ClaimForm
from byggsten.web.caseworker.mapping.steps import BY_TOPIC, TITLES
from byggsten.web.caseworker.mapping.told import tell_claim
from byggsten.web.desk import shows, writes
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.mapping_shown import ShownClaim
    from byggsten.web.desk import StaffRequest

LONGEST_WHY = 500


@writes(May.CHANGE_PERSON)
def claim(request: StaffRequest, reference: str, claim: int) -> HttpResponse:
    """Show the claim with its chain, or save what is changed."""
    chain = chain_of(request.actor, reference, claim)
    shows(request, [reference], purpose="casework")
    seen = next(one for one in chain if one.pk == claim)
    if request.method != "POST":
        return _page(
            request, reference, chain, ClaimForm(seen.topic, claim=chain[0], language=request.language)
        )
    if "take_back" in request.POST:
        return _take_back(request, reference, seen, chain)
    searched = request.POST.get("search", "")
    form = ClaimForm(seen.topic, request.POST, language=request.language, searched=searched)
    claimed = None if searched else form.said()
    if claimed is None:
        return _page(request, reference, chain, form)
    try:
        change_claim(person=reference, claim=claim, said=claimed, by=request.actor, at=request.now)
    except ClaimChanged as refusal:
        form.add_error(None, said(refusal))
        return _page(request, reference, chain, form, meanwhile=True)
    messages.success(request, _("Ändringen är sparad. Det som stod förut finns kvar i historiken."))
    return _back(reference, seen)


def _take_back(
    request: StaffRequest, reference: str, seen: ShownClaim, chain: tuple[ShownClaim, ...]
) -> HttpResponse:
    why = request.POST.get("why", "")[:LONGEST_WHY]
    try:
        take_back_claim(person=reference, claim=seen.pk, why=why, by=request.actor, at=request.now)
    except Refusal as refusal:
        form = ClaimForm(seen.topic, claim=chain[0], language=request.language)
        meanwhile = isinstance(refusal, ClaimChanged)
        return _page(request, reference, chain, form, why_error=said(refusal), meanwhile=meanwhile)
    messages.success(request, _("Uppgiften är tillbakatagen. Den finns kvar i historiken."))
    return _back(reference, seen)


def _back(reference: str, seen: ShownClaim) -> HttpResponse:
    return redirect("caseworker:mapping_step", reference=reference, slug=BY_TOPIC[seen.topic].slug)


def _page(
    request: StaffRequest,
    reference: str,
    chain: tuple[ShownClaim, ...],
    form: ClaimForm,
    *,
    why_error: str = "",
    meanwhile: bool = False,
) -> HttpResponse:
    wrong = bool(why_error or (form.errors and not form.searched))
    context = {
        "person": mapping_page(request.actor, reference),
        "step": BY_TOPIC[chain[0].topic],
        "title": TITLES[chain[0].topic],
        "chain": [tell_claim(one) for one in chain],
        "standing": chain[0],
        "theirs": tell_claim(chain[0]) if meanwhile else None,
        "form": form,
        "why": request.POST.get("why", "")[:LONGEST_WHY],
        "why_error": why_error,
        "wrong": wrong,
        "loaded": is_loaded(),
    }
    return render(request, "caseworker/mapping/claim.html", context, status=422 if wrong else 200)
