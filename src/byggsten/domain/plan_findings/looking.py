"""A draft seen against what is offered: each choice with its group, and the blocks it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.texts import N_
from byggsten.domain.week_grid import grid, narrowed
from byggsten.domain.week_grid.blocks import both

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings.finding import Choiceish, Draftish
    from byggsten.domain.plan_findings.situation import Situation
    from byggsten.domain.planning import Publication
    from byggsten.domain.week_grid import Block

STRATEGY_DUTY = N_("Integrationsstrategin, «Vad innebär integrationsplikten»")
STRATEGY_GOAL = N_("Integrationsstrategin, «Mål»")
STRATEGY_BLOCKS = N_("Integrationsstrategin, «Integrationens byggstenar»")
HOUSE = N_("Byggsten: planen ska gå att följa")
KNOWN = N_("Byggsten: det okända frågar vi om")


@dataclass(frozen=True, slots=True)
class Looked:
    """One choice: the whole offer, and the part of it that lies in the plan; None where there is none."""

    group: str
    offer: Offer | None
    within: Offer | None

    @property
    def name(self) -> str:
        return self.offer.name if self.offer else self.group


@dataclass(frozen=True, slots=True)
class View:
    """All that the findings look at; the order in which groups were chosen is gone."""

    draft: Draftish
    situation: Situation
    period: Period
    choices: tuple[Looked, ...]
    blocks: tuple[Block, ...]
    publications: Mapping[str, Publication]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The parts of the offers that lie in the plan."""
        return tuple(choice.within for choice in self.choices if choice.within is not None)


def look(
    draft: Draftish,
    offers: Iterable[Offer],
    situation: Situation,
    publications: Mapping[str, Publication],
) -> View:
    """The draft against the offers.  Without a period of its own it begins on the situation's first day."""
    period = draft.period or Period(situation.first_day)
    by_group = {offer.group: offer for offer in offers}
    choices = sorted(
        (_looked(choice, by_group.get(choice.group), period) for choice in draft.choices), key=_by_group
    )
    blocks = grid(choice.within for choice in choices if choice.within is not None)
    # A group that was chosen twice for the same days takes their time once.
    return View(draft, situation, period, tuple(choices), tuple(dict.fromkeys(blocks)), publications)


def hours(minutes: int) -> str:
    """Minutes as hours: «3,5», with no more decimals than a quarter of an hour needs."""
    places = 0 if minutes % 60 == 0 else 2 if minutes % 30 == 15 else 1
    return f"{minutes / 60:.{places}f}".replace(".", ",")


def _looked(choice: Choiceish, offer: Offer | None, period: Period) -> Looked:
    asked = _asked(choice.first_day, choice.last_day, period)
    within = narrowed(offer, asked) if offer is not None and asked is not None else None
    return Looked(choice.group, offer, within)


def _asked(first: date | None, last: date | None, period: Period) -> Period | None:
    """The days of the choice within the plan; None when there are none, or when it ends before it begins."""
    begins = max(first or period.first_day, period.first_day)
    if last is not None and last < begins:
        return None
    return both(Period(begins, last), period)


def _by_group(looked: Looked) -> tuple[str, str, str]:
    within = looked.within.period if looked.within else None
    return (looked.group, str(within and within.first_day), str(within and within.last_day))
