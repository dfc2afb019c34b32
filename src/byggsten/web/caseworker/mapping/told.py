"""A claim in words: its title, what else it says, who said it and on what it rests."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils import formats
from django.utils.translation import gettext as _

from byggsten.domain.competence import Absence, Evidence, Term
from byggsten.domain.competence.care import CareHours
from byggsten.web.caseworker.mapping.labels import LABELS
from byggsten.web.caseworker.mapping.words import ABSENCES, CODES, EVIDENCE, SPEAKERS, WEEKDAYS
from byggsten.web.templatetags.words import clock

if TYPE_CHECKING:
    from byggsten.queries.mapping_shown import ShownClaim

SHORT = 80


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim as a page tells it; ``evidence`` says how well it is shown."""

    of: ShownClaim
    title: str
    details: tuple[tuple[str, str], ...]
    who: str
    evidence: str
    proven: bool


def tell_claim(claim: ShownClaim) -> ToldClaim:
    """The claim in the language of the page."""
    who, evidence = str(SPEAKERS[claim.said_by]), str(EVIDENCE[claim.evidence])
    proven = claim.evidence not in (Evidence.NONE, Evidence.COPY)
    if isinstance(claim.content, Absence):
        return ToldClaim(claim, str(ABSENCES[claim.content]), (), who, "", proven)
    values = [
        (str(LABELS[claim.topic, one.name]), _value(getattr(claim.content, one.name), one.metadata["kind"]))
        for one in fields(claim.content)  # type: ignore[arg-type]
        if getattr(claim.content, one.name) != one.metadata["kind"].empty
    ]
    title = _title(values)
    rest = values[1:] if title == values[0][1] else values
    return ToldClaim(claim, title, tuple(rest), who, evidence, proven)


def _title(values: list[tuple[str, str]]) -> str:
    """The first thing that is said, when it is short; words of one's own stand under their label."""
    label, first = values[0]
    return first if len(first) <= SHORT and first not in (_("Ja"), _("Nej")) else label


def _value(value: Any, kind: Any) -> str:
    if isinstance(kind, CareHours):
        return ", ".join(f"{WEEKDAYS[c.weekday - 1]} {clock(c.start)}–{clock(c.end)}" for c in value)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, Term):
        return value.label
    if isinstance(value, StrEnum):
        return str(CODES[type(value)][value])
    if isinstance(value, date):
        return formats.date_format(value, "j F Y")
    return str(value)
