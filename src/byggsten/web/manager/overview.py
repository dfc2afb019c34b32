"""The unit in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from byggsten.access.roles import May
from byggsten.queries.overview import overview
from byggsten.queries.readings import OVERVIEW
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

Row = TypeVar("Row")
# How many rows a list shows before the rest is folded.
AT_FIRST = 12
PAGES = {
    "caseworker:work_list": _("Arbetslistan"),
    "caseworker:person": _("Personens sida"),
    "caseworker:week": _("En vecka"),
    "caseworker:rule": _("En förklaring"),
    "caseworker:plan": _("Planen"),
    "housing:overview": _("Boende och mottagande"),
    "housing:person": _("Boendet"),
    "housing:new": _("Boendet"),
    "housing:change": _("Boendet"),
    "teacher:register": _("Närvaron"),
}


@dataclass(frozen=True, slots=True)
class Folded(Generic[Row]):
    """A list that shows its first rows and folds the rest."""

    first: tuple[Row, ...]
    rest: tuple[Row, ...]


def folded(rows: tuple[Row, ...]) -> Folded[Row]:
    """The rows with those after the first dozen folded."""
    return Folded(rows[:AT_FIRST], rows[AT_FIRST:])


@reads(May.SEE_UNIT)
def unit(request: StaffRequest) -> HttpResponse:
    """Whose the missing time is, what is not registered, and what the municipality owes."""
    found = overview(request.actor, on=request.today, language=request.language)
    named = dict.fromkeys(person for reading in found.readings for person in reading.people)
    shows(request, named, purpose=OVERVIEW)
    context = {
        "unit": found,
        "registers": folded(found.registers),
        "readings": folded(found.readings),
        "pages": PAGES,
    }
    return render(request, "manager/overview.html", context)
