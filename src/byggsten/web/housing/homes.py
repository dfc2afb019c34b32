"""Record a home, put one right, or take away one that was recorded by mistake."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.actions.housing import Seen, correct_home, move_in, remove_home
from byggsten.domain.texts import Refusal
from byggsten.queries.housing import home, housing_page
from byggsten.queries.places import place_names
from byggsten.web.desk import shows, writes
from byggsten.web.housing.forms import HomeForm
from byggsten.web.numbers import KEY_DIGITS, number
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.housing import Home
    from byggsten.web.desk import StaffRequest


@writes(May.CHANGE_PERSON)
def new(request: StaffRequest, reference: str) -> HttpResponse:
    """Record that somebody has moved."""
    who = housing_page(request.actor, reference).person
    shows(request, [reference], purpose="casework")
    form = HomeForm(request.POST or None, places=place_names())
    if request.method == "POST" and form.is_valid():
        try:
            move_in(reference, form.spell(), by=request.actor, at=request.now)
        except NothingHere:
            raise
        except Refusal as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, gettext("Boendet är sparat."))
            return redirect("housing:person", reference)
    context = {"form": form, "person": who}
    return render(request, "housing/home.html", context, status=422 if form.errors else 200)


@writes(May.CHANGE_PERSON)
def change(request: StaffRequest, reference: str, first_day: str) -> HttpResponse:
    """Put the home that begins on the day right, or take it away."""
    who = housing_page(request.actor, reference).person
    known = home(request.actor, reference, _day(first_day))
    if known is None:
        raise NothingHere
    shows(request, [reference], purpose="casework")
    form = HomeForm(request.POST or None, places=place_names(), initial=_initial(known))
    if request.method == "POST" and ("remove" in request.POST or form.is_valid()):
        seen = Seen(known.spell.period.first_day, _row(request))
        try:
            if "remove" in request.POST:
                remove_home(reference, seen, by=request.actor, at=request.now)
            else:
                correct_home(reference, seen, form.spell(), by=request.actor, at=request.now)
        except NothingHere:
            raise
        except Refusal as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, gettext("Ändringen är sparad."))
            return redirect("housing:person", reference)
    context = {"form": form, "person": who, "known": known, "seen": request.POST.get("seen", known.row)}
    return render(request, "housing/home.html", context, status=422 if form.errors else 200)


def _initial(known: Home) -> dict[str, object]:
    spell = known.spell
    return {
        "form": spell.form.value,
        "first_day": spell.period.first_day,
        "last_day": spell.period.last_day,
        "place": spell.place,
        "origin": spell.origin,
    }


def _row(request: StaffRequest) -> int:
    return number(request.POST.get("seen", ""), KEY_DIGITS) or 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NothingHere from None
