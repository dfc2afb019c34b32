"""Findings about Swedish: enough sfi, and groups at the right level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import HOUSE, KNOWN, hours
from byggsten.domain.planning import ActivityKind, SwedishLevel
from byggsten.domain.texts import N_, Text
from byggsten.domain.week_grid import lowest_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings.looking import View

LEVELS = tuple(SwedishLevel)
# A mean is told in whole quarters of an hour, never more than it is.
QUARTER = 15


def sfi(view: View) -> Iterator[Finding]:
    """The teaching that the law gives a right to."""
    situation, norm = view.situation, view.situation.norms.sfi_week
    if situation.needs_sfi is None:
        text = N_("Det är okänt om personen behöver sfi. Fråga, eller läs kartläggningen.")
        yield Finding("sfi_unknown", Severity.NOTE, Text(text), KNOWN, ("language",))
    if not situation.needs_sfi or norm is None:
        return
    chosen = lowest_mean([block for block in view.blocks if block.kind is ActivityKind.SFI])
    if chosen >= norm.value:
        return
    text = N_(
        "Sfi ska vara minst %(least)s timmar i veckan i genomsnitt under fyra veckor; "
        "valt är %(chosen)s som lägst. Mindre går bara om personen själv har begärt det "
        "och det är förenligt med utbildningens syfte."
    )
    told = {"least": hours(norm.value), "chosen": hours(chosen // QUARTER * QUARTER)}
    grave = Severity.NOTE if situation.voluntary else Severity.WARN
    yield Finding("sfi_under", grave, Text(text, told), norm.source, ("language",))


def sfi_ended(view: View) -> Iterator[Finding]:
    """The time for sfi has run out, which the municipality may be able to extend."""
    ended = view.situation.sfi_ended
    if ended is None:
        return
    text = N_("Tiden för sfi tog slut %(day)s. Den går inte att förlänga mer.")
    if ended.extendable:
        text = N_(
            "Tiden för sfi tog slut %(day)s. Kommunen kan förlänga med högst sex månader i taget. "
            "Fråga om det finns skäl."
        )
    told = Text(text, {"day": ended.last_day})
    yield Finding("sfi_ended", Severity.NOTE, told, ended.source, ("language",), ended.confidence)


def level(view: View) -> Iterator[Finding]:
    """Swedish below or above what a group is for."""
    known = view.situation.swedish
    demanding = [offer for offer in view.offers if offer.swedish_from or offer.swedish_to]
    if known is None:
        if demanding:
            text = N_("Personens nivå i svenska är okänd. Fråga innan platsen i %(groups)s erbjuds.")
            names = ", ".join(offer.name for offer in demanding)
            about = tuple(offer.group for offer in demanding)
            yield Finding("level_unknown", Severity.NOTE, Text(text, {"groups": names}), KNOWN, about)
        return
    for offer in demanding:
        side = beside(known, offer)
        if side < 0:
            text = N_("%(group)s kräver mer svenska än personen har enligt kartläggningen.")
            yield Finding(
                "level_below", Severity.WARN, Text(text, {"group": offer.name}), HOUSE, (offer.group,)
            )
        elif side > 0:
            text = N_("%(group)s är för den som kan mindre svenska än personen kan enligt kartläggningen.")
            yield Finding(
                "level_above", Severity.WARN, Text(text, {"group": offer.name}), HOUSE, (offer.group,)
            )


def beside(known: SwedishLevel, offer: Offer) -> int:
    """-1: knows less Swedish than the group asks for; 1: knows more than it is for; 0: within."""
    at = LEVELS.index(known)
    if offer.swedish_from is not None and at < LEVELS.index(offer.swedish_from):
        return -1
    return int(offer.swedish_to is not None and at > LEVELS.index(offer.swedish_to))
