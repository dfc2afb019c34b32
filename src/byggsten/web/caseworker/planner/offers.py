"""The catalogue beside the draft: what fits, and of each that does not, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from byggsten.domain.planning import BuildingBlock
from byggsten.queries.building_blocks import NAMES
from byggsten.queries.plan_fits import hindrances
from byggsten.web.caseworker.planner.cards import Card, card
from byggsten.web.caseworker.planner.wanted import STEP
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.queries.plan_judging import Judged
    from byggsten.web.caseworker.planner.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The cards that are shown, how many more there are, and what one can choose among."""

    cards: tuple[Card, ...]
    total: int
    hidden: int
    more: int
    places: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    blocks: tuple[tuple[str, str], ...]


def catalogue(judged: Judged, wanted: Wanted) -> Catalogue:
    """The offers that are asked for, those that fit first."""
    against = hindrances(judged)
    there = [offer for offer in judged.offers if offer.group in against]
    asked = [offer for offer in there if wanted.keeps(offer)]
    fitting = [offer for offer in asked if not against[offer.group]]
    listed = fitting if wanted.fitting else [*fitting, *(o for o in asked if against[o.group])]
    return Catalogue(
        tuple(card(offer, against[offer.group], judged) for offer in listed[: wanted.many]),
        len(listed),
        len(asked) - len(listed),
        min(len(listed), wanted.many + STEP) if len(listed) > wanted.many else 0,
        tuple(sorted({offer.place.name for offer in there if offer.place})),
        tuple((kind.value, str(label)) for kind, (_, label) in KINDS.items()),
        tuple((block.value, gettext(NAMES[block])) for block in BuildingBlock),
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """A group of the draft: its card where it is offered, and why it was chosen."""

    group: str
    name: str
    card: Card | None
    first_day: date | None
    last_day: date | None
    why: str


def chosen_cards(judged: Judged, names: Mapping[str, str]) -> tuple[Chosen, ...]:
    """The groups of the draft in their order; ``names`` is of those that are no longer offered."""
    by_group = {offer.group: card(offer, (), judged) for offer in judged.offers}
    return tuple(
        Chosen(
            choice.group,
            by_group[choice.group].name
            if choice.group in by_group
            else names.get(choice.group, choice.group),
            by_group.get(choice.group),
            choice.first_day,
            choice.last_day,
            choice.why,
        )
        for choice in judged.draft.choices
    )
