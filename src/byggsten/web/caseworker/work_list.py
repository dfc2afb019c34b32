"""The work list: a caseworker's people, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.queries.work_counters import NOTHING, UNKNOWN
from byggsten.queries.work_list import work_list
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.work_counters import Counter
    from byggsten.queries.work_list import WorkRow
    from byggsten.web.desk import StaffRequest

# The colour and icon of each kind of thing to do; the word is always there too.
LOOKS = {
    "bedöm_oro": ("danger", "shield-alert"),
    "kontakta": ("danger", "triangle-alert"),
    "välkomna": ("info", "user-plus"),
    "planera": ("warning", "clipboard-list"),
    "bekräfta": ("warning", "file-check"),
    "registrera": ("warning", "clipboard-pen"),
    "samtala": ("warning", "message-circle"),
    "ordna_sfi": ("warning", "languages"),
    "erbjud_orientering": ("warning", "landmark"),
    "följ_upp": ("info", "calendar-clock"),
    "kartlägg": ("info", "map"),
    "fyll_planen": ("info", "calendar-plus"),
    UNKNOWN: ("neutral", "circle-question-mark"),
    NOTHING: ("neutral", "check"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """A row or a counter with its colour and icon."""

    of: WorkRow | Counter
    colour: str
    icon: str


def dressed(thing: WorkRow | Counter) -> Look:
    """The thing with the look of what is to be done."""
    return Look(thing, *LOOKS.get(thing.todo, LOOKS[UNKNOWN]))


@reads(May.SEE_PERSON)
def people(request: StaffRequest) -> HttpResponse:
    """Everybody one answers for, filtered by what is to be done, a name or a personal number."""
    todo, search = request.GET.get("att_gora", ""), request.GET.get("sok", "").strip()
    found = work_list(
        request.actor,
        on=request.today,
        language=request.language,
        todo=todo,
        search=search,
        page=request.GET.get("sida"),
    )
    shows(request, [row.reference for row in found.rows], purpose="work_list")
    return render(
        request,
        "caseworker/work_list.html",
        {
            "page": found.page,
            "rows": [dressed(row) for row in found.rows],
            "counters": [dressed(c) for c in found.counters if c.todo != NOTHING],
            "total": found.total,
            "urgent": sum(c.count for c in found.counters if c.todo not in (NOTHING, UNKNOWN)),
            "todo": todo,
            "search": search,
            "given_name": request.actor.name.partition(" ")[0],
            "languages": LANGUAGES,
        },
    )
