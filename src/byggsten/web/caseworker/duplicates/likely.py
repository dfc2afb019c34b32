"""Those who may already be here, while somebody is registered: a part of a page, or a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy

from byggsten.access.roles import May
from byggsten.domain.texts import N_
from byggsten.queries.duplicates import Likely, likely
from byggsten.web.desk import reads, shows
from byggsten.web.spoken import spoken

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

# What the figure means to the one who reads it; below the last nobody is shown.
DEGREES = (
    (90, N_("Mycket troligt samma person"), "danger"),
    (80, N_("Troligen samma person"), "warning"),
    (0, N_("Kan vara samma person"), "info"),
)
LONGEST = 200
NAMES = ("given_name", "family_name", "number")


class Asked(forms.Form):
    """What is known of somebody; nothing is saved.  A day of birth alone finds nobody (2001:637, 15 §)."""

    given_name = forms.CharField(label=gettext_lazy("Förnamn"), required=False, max_length=LONGEST)
    family_name = forms.CharField(label=gettext_lazy("Efternamn"), required=False, max_length=LONGEST)
    born = forms.DateField(
        label=gettext_lazy("Födelsedag (frivilligt)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    number = forms.CharField(
        label=gettext_lazy("Personnummer eller samordningsnummer (frivilligt)"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody likely, in words."""

    of: Likely
    degree: str
    colour: str
    why: str


@reads(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """Who may be meant by the names, the day of birth and the number in the address.

    What cannot be read is passed over: the form that asks says so itself when it is saved.
    """
    form = Asked(request.GET or None)
    form.is_valid()
    asked = {name: getattr(form, "cleaned_data", {}).get(name) or "" for name in NAMES}
    found = likely(
        request.actor,
        **asked,
        born=getattr(form, "cleaned_data", {}).get("born"),
        besides=request.GET.get("besides", "")[:LONGEST],
    )
    shows(request, [one.reference for one in found], purpose="duplicates")
    part = bool(request.headers.get("HX-Request"))
    return render(
        request,
        "caseworker/duplicates/likely.html" if part else "caseworker/duplicates/likely_page.html",
        {"found": [dressed(one) for one in found], "asked": any(asked.values()), "form": form},
    )


def dressed(one: Likely) -> Shown:
    """The likely person with the degree and the reasons as words."""
    label, colour = degree(one.score)
    return Shown(one, label, colour, reasons([spoken(text) for text in one.why]))


def degree(score: int) -> tuple[str, str]:
    """The words and the colour of a score."""
    return next((gettext(label), colour) for least, label, colour in DEGREES if score >= least)


def reasons(why: list[str]) -> str:
    """«Samma namn, samma födelsedag.»"""
    told = ", ".join(why)
    return f"{told[:1].upper()}{told[1:]}." if told else ""
