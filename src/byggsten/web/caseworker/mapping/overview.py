"""The mapping of a person: how far it has come, what has been said, and how the conversation is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from byggsten.access.roles import May
from byggsten.actions.mapping import begin_talk
from byggsten.domain.competence_estimate import estimates, suggest
from byggsten.queries.mapping_page import mapping_page
from byggsten.queries.taxonomy import is_loaded
from byggsten.web.caseworker.mapping.parts import parts_of, progress
from byggsten.web.caseworker.mapping.result import told_blocks
from byggsten.web.caseworker.mapping.steps import STEPS
from byggsten.web.caseworker.mapping.words import TRACKS
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import reads, shows, writes

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@reads(May.SEE_PERSON)
def mapping(request: StaffRequest, reference: str) -> HttpResponse:
    """Everything that has been said, part by part."""
    page = mapping_page(request.actor, reference)
    shows(request, [reference], purpose="casework")
    parts = parts_of(page)
    return render(request, "caseworker/mapping/overview.html", progress(parts) | {
        "page": page,
        "person": page,
        "parts": parts,
        "may_write": request.actor.has(May.CHANGE_PERSON),
        "languages": LANGUAGES,
        "speaks": page.talk.language if page.talk else page.language,
        "interpreter": page.talk.interpreter if page.talk else page.interpreter,
        "track": TRACKS[page.talk.track][0] if page.talk and page.talk.track else "",
        "blocks": told_blocks(page, estimates(page.told, request.today)) if page.told.claims else (),
        "suggestion": suggest(page.told, request.today),
        "loaded": is_loaded(),
    })  # fmt: skip


@require_POST
@writes(May.CHANGE_PERSON)
def begin(request: StaffRequest, reference: str) -> HttpResponse:
    """Note how the conversation is held, and go to the first part that is left."""
    begin_talk(
        person=reference,
        language=request.POST.get("language", "")[:35],
        interpreter="interpreter" in request.POST,
        by=request.actor,
        at=request.now,
    )
    left = progress(parts_of(mapping_page(request.actor, reference)))["next"]
    slug = getattr(left, "step", STEPS[0]).slug
    return redirect("caseworker:mapping_step", reference=reference, slug=slug)
