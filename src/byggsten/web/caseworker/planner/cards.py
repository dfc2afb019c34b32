"""An offer as a card: what, when, where, for whom, and what it strengthens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from byggsten.queries.building_blocks import NAMES
from byggsten.web.caseworker.planner.against import against_in_lines
from byggsten.web.caseworker.planner.times import times_of
from byggsten.web.caseworker.planner.words import LEVELS
from byggsten.web.words import BLOCK_ICONS, KINDS

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Finding
    from byggsten.queries.plan_judging import Judged


@dataclass(frozen=True, slots=True)
class Strength:
    """A building block that is strengthened, and how."""

    name: str
    icon: str
    how: str


@dataclass(frozen=True, slots=True)
class Card:
    """An offer as it is shown; ``against`` is empty when it fits."""

    group: str
    name: str
    colour: str
    kind: str
    provider: str
    place: str
    times: tuple[str, ...]
    minutes: int
    seats: int | None
    levels: str
    since: date | None
    strengths: tuple[Strength, ...]
    weakens: tuple[str, ...]
    forgone: str
    against: tuple[str, ...] = ()


def card(offer: Offer, against: tuple[Finding, ...], judged: Judged) -> Card:
    """One offer in words."""
    activity = offer.activity
    colour, kind = KINDS[activity.kind]
    begins = judged.situation.first_day
    return Card(
        offer.group,
        offer.name,
        colour,
        str(kind),
        activity.provider,
        offer.place.name if offer.place else "",
        times_of(offer.slots),
        offer.minutes,
        offer.seats,
        _levels(offer),
        offer.period.first_day if offer.period.first_day > begins else None,
        tuple(
            Strength(gettext(NAMES[effect.block]), BLOCK_ICONS[effect.block], effect.mechanism)
            for effect in activity.effects
            if effect.strengthens
        ),
        tuple(
            f"{gettext(NAMES[effect.block])}: {effect.mechanism}"
            for effect in activity.effects
            if not effect.strengthens
        ),
        activity.forgone_benefit,
        against_in_lines(offer.name, against),
    )


def _levels(offer: Offer) -> str:
    first, last = (LEVELS.get(level) if level else None for level in (offer.swedish_from, offer.swedish_to))
    if first and last and first != last:
        return gettext("från %(first)s till %(last)s") % {"first": first, "last": last}
    if first and last:
        return str(first)
    if first:
        return gettext("från %(first)s") % {"first": first}
    return gettext("till och med %(last)s") % {"last": last} if last else ""
