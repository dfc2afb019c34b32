"""Where one comes back to after a button of the plan was pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse

from byggsten.web.caseworker.planner.changing import USE_ALL
from byggsten.web.caseworker.planner.wanted import wanted_of

if TYPE_CHECKING:
    from byggsten.web.desk import StaffRequest

PROPOSE, CLOSE = "propose", "close"

# Where on the page one comes back to.
ANCHORS = {
    PROPOSE: "proposal", "filter": "catalogue", "days": "days", "drop:goal": "goals", "row:goal": "goals",
    "drop:promise": "promises", "row:promise": "promises",
}  # fmt: skip


def anchor_of(act: str) -> str:
    """The part of the page that a button belongs to."""
    return ANCHORS.get(act.partition("-")[0], "draft")


def back(request: StaffRequest, reference: str, anchor: str) -> HttpResponseRedirect:
    """To the same place of the page, with the same filter and the proposal still open."""
    act = request.POST.get("do", "")
    asked = [wanted_of(request.POST).address]
    if act == PROPOSE or (request.POST.get("forslag") == "1" and act not in (CLOSE, USE_ALL)):
        asked.append("forslag=1")
    query = "&".join(part for part in asked if part)
    address = reverse("caseworker:planner", args=[reference])
    return HttpResponseRedirect(f"{address}{'?' + query if query else ''}#{anchor}")
