"""The sections of the pages about one person, as a row of links."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

# key, page, label; a page that does not exist draws no link.
SECTIONS = (
    ("overview", "caseworker:person", _("Översikt")),
    ("mapping", "caseworker:mapping", _("Kartläggning")),
    ("plan", "caseworker:plan", _("Plan")),
    ("housing", "housing:person", _("Boende")),
    ("details", "caseworker:details", _("Uppgifter")),
)


@register.inclusion_tag("caseworker/parts/sections.html")
def person_sections(reference: str, current: str = "") -> dict[str, Any]:
    """The links, with the current one marked."""
    found = []
    for key, page, label in SECTIONS:
        try:
            address = reverse(page, args=[reference])
        except NoReverseMatch:
            continue
        found.append({"address": address, "label": label, "current": key == current})
    return {"sections": found}
