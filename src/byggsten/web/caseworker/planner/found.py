"""What is found about a draft, in words: how grave, what, on whose authority, and where to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from byggsten.web.caseworker.planner.words import SEVERITIES, told

if TYPE_CHECKING:
    from byggsten.queries.plan_judging import Judged

# Where on the page that something is put right, by what the finding is about.
PLACES = {
    "period": "days",
    "goals": "goals",
    "choices": "catalogue",
    "evidence": "extent",
    "extent": "extent",
    "language": "catalogue",
    "norms": "catalogue",
    "blocks": "catalogue",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is shown; ``anchor`` is where on the page it is put right, "" for nowhere."""

    colour: str
    icon: str
    word: str
    text: str
    source: str
    anchor: str
    stop: bool


def found_of(judged: Judged) -> tuple[Found, ...]:
    """All findings, the gravest first."""
    chosen = judged.draft.groups
    shown = []
    for one in judged.findings:
        colour, icon, word = SEVERITIES[one.severity]
        anchor = next((f"vald-{about}" for about in one.about if about in chosen), "") or next(
            (PLACES[about] for about in one.about if about in PLACES), ""
        )
        source = gettext(one.source) if one.source else ""
        shown.append(Found(colour, icon, str(word), told(one.text), source, anchor, one in judged.stops))
    return tuple(shown)
