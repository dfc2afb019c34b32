"""Every repeated part on one page, for whoever builds a page; only there while debugging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from byggsten.domain.planning import BuildingBlock
from byggsten.queries.building_blocks import BlockState, Brick
from byggsten.web.desk import open_to_all

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

STATES = tuple(BlockState)
COLOURS = ("neutral", "accent", "info", "warning", "danger", "success", "brand1", "brand2", "moss")


class Fields(forms.Form):
    """One field of each kind, sent empty so that it shows its error too."""

    username = forms.CharField(label=_("Användarnamn"))
    day = forms.ChoiceField(label=_("Dag"), choices=[("", _("Välj orsak"))])
    language = forms.ChoiceField(
        label=_("Svenska"),
        widget=forms.RadioSelect,
        choices=[("sv", _("Svenska")), ("no", _("Egna studier"))],
    )
    why = forms.CharField(label=_("Varför ändras uppgiften?"), widget=forms.Textarea(attrs={"rows": 2}))


@open_to_all
def gallery(request: StaffRequest) -> HttpResponse:
    """The parts in each of their states."""
    # Each block in another state than its neighbour, so that all three are seen beside each other.
    bricks = [Brick(block, STATES[n % len(STATES)], (), ()) for n, block in enumerate(BuildingBlock)]
    context = {"bricks": bricks, "colours": COLOURS, "form": Fields({})}
    return render(request, "public/gallery.html", context)
