"""The unit in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.refusals import NotInYourRole
from byggsten.access.roles import May
from byggsten.queries.overview import overview
from byggsten.web.desk import reads

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@reads(May.SEE_FIGURES)
def unit(request: StaffRequest) -> HttpResponse:
    """Whose the missing time is, what is not registered, and what the municipality owes."""
    if request.actor.has(May.SEE_PERSON):
        # A caseworker has the figures in the work list; the whole unit is for the one who answers for it.
        raise NotInYourRole
    found = overview(request.actor, on=request.today, language=request.language)
    return render(request, "manager/overview.html", {"unit": found})
