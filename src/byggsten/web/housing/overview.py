"""The year's reception: how many against the municipal number, who is being received, and how people live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from byggsten.access.roles import May
from byggsten.actions.reception_steps import FIRST_YEAR, set_municipal_number
from byggsten.domain.texts import Refusal
from byggsten.queries.reception_year import reception_year
from byggsten.web.desk import reads, shows, writes
from byggsten.web.housing.forms import NumberForm
from byggsten.web.housing.words import FORMS
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

A_PAGE = 25


@reads(May.SEE_HOUSING)
def overview(request: StaffRequest) -> HttpResponse:
    """The page of this year, or of ``?ar=``."""
    year = _year(request)
    found = reception_year(request.actor, year)
    page = Paginator(found.being_received, A_PAGE).get_page(request.GET.get("sida"))
    shows(request, [one.reference for one in page], purpose="housing")
    left = None if found.number is None else max(0, found.number.number - found.received)
    context = {
        "year": found,
        "page": page,
        "left": left,
        "over": found.number is not None and found.received > found.number.number,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < request.today.year else None,
        "forms": [(FORMS[one.form], one.people) for one in found.forms if one.people != 0],
        "sets_number": request.actor.has(May.SEE_UNIT),
    }
    return render(request, "housing/overview.html", context)


@writes(May.SEE_UNIT)
def number(request: StaffRequest, year: int) -> HttpResponse:
    """Record the year's municipal number."""
    known = reception_year(request.actor, year).number
    initial = {"number": known.number, "source": known.source} if known else {}
    form = NumberForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            set_municipal_number(year=year, **form.cleaned_data, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, gettext("Kommuntalet är sparat."))
            return HttpResponseRedirect(f"{reverse('housing:overview')}?ar={year}")
    context = {"form": form, "year": year}
    return render(request, "housing/number.html", context, status=422 if form.errors else 200)


def _year(request: StaffRequest) -> int:
    asked = request.GET.get("ar", "")
    year = int(asked) if len(asked) == 4 and asked.isascii() and asked.isdigit() else request.today.year
    return min(max(year, FIRST_YEAR), request.today.year)
