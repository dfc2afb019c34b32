"""The mapping on paper: everything that has been said, who said it, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.domain.competence_estimate import estimates
from byggsten.queries.mapping_page import mapping_page
from byggsten.web.caseworker.mapping.parts import parts_of, progress
from byggsten.web.caseworker.mapping.result import told_blocks
from byggsten.web.caseworker.mapping.words import TRACKS
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@reads(May.SEE_PERSON)
def printed(request: StaffRequest, reference: str) -> HttpResponse:
    """A page to print and go through together."""
    page = mapping_page(request.actor, reference)
    shows(request, [reference], purpose="casework")
    parts = parts_of(page)
    return render(request, "caseworker/mapping/print.html", progress(parts) | {
        "page": page,
        "person": page,
        "parts": parts,
        "blocks": told_blocks(page, estimates(page.told, request.today)),
        "track": TRACKS[page.talk.track][0] if page.talk and page.talk.track else "",
    })  # fmt: skip
