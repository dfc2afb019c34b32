"""Those whom no caseworker answers for, and the way to take them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from byggsten.access.roles import May
from byggsten.actions.taking_on import take_on
from byggsten.domain.texts import Refusal
from byggsten.queries.unassigned import unassigned
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import shows, writes
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@writes(May.CHANGE_PERSON)
def people(request: StaffRequest) -> HttpResponse:
    """The list, filtered by a name or a number; POST takes on those who are chosen."""
    error = ""
    if request.method == "POST":
        error = _take(request)
        if not error:
            return redirect("caseworker:unassigned")
    search, everybody = request.GET.get("sok", "").strip(), "alla" in request.GET
    found = unassigned(
        request.actor,
        language=request.language,
        search=search,
        everybody=everybody,
        page=request.GET.get("sida"),
    )
    shows(request, [row.reference for row in found.rows], purpose="work_list")
    context = {
        "rows": found.rows,
        "page": found.page,
        "total": found.total,
        "search": search,
        "everybody": everybody,
        "error": error,
        "languages": LANGUAGES,
        "chosen": request.POST.getlist("person"),
    }
    return render(request, "caseworker/unassigned.html", context, status=422 if error else 200)


def _take(request: StaffRequest) -> str:
    """Take on those who are chosen; what is wrong, or nothing."""
    try:
        taken = take_on(request.POST.getlist("person"), by=request.actor, at=request.now)
    except Refusal as refusal:
        return said(refusal)
    told = ngettext("Du ansvarar nu för %(taken)s person.", "Du ansvarar nu för %(taken)s personer.", taken)
    messages.success(request, told % {"taken": taken})
    return ""
