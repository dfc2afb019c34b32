"""Weeks proposed for many people at once, against the seats that they share: one solve, its gap stated."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.optimise.answers import TownProposal
from byggsten.optimise.candidates import look
from byggsten.optimise.drawing import draw
from byggsten.optimise.model import Model
from byggsten.optimise.proposal import ground_of, told
from byggsten.optimise.solving import kept, solved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.drawing import Drawn
    from byggsten.optimise.ground import Ground


def propose_all(
    situations: Iterable[Situation],
    offers: Iterable[Offer],
    *,
    last_day: date | None = None,
    limit: float = 120.0,
    gap: float = 0.005,
) -> TownProposal:
    """A proposal for each person, none at another's seat.

    Nobody is left with nothing while others fill their weeks, where that can be avoided; then the first
    half of everybody's week goes before the second half of anybody's.
    ``limit``: seconds for the solver; ``gap``: how far from the best is near enough, as a share.
    """
    people = sorted({one.reference: one for one in situations}.values(), key=lambda one: one.reference)
    every = tuple(offers)
    grounds: dict[object, Ground] = {}
    model = Model()
    drawn = []
    for situation in people:
        key = (situation.first_day, situation.travel)
        if key not in grounds:
            grounds[key] = ground_of(situation, every, situation.first_day, last_day)
        drawn.append(draw(model, look(situation, grounds[key], shared=True)))
    _share(model, drawn, every)
    solution = solved(model, drawn, limit=limit, gap=gap)
    proposals = {
        one.looked.situation.reference: told(
            one.looked, kept(one, solution), gap=solution.gap, seconds=solution.seconds
        )
        for one in drawn
    }
    return TownProposal(MappingProxyType(proposals), solution.gap, solution.seconds, solution.finished)


def _share(model: Model, people: Sequence[Drawn], offers: Iterable[Offer]) -> None:
    """No more places in a group than there are seats; who has a place already keeps it or leaves it empty."""
    wanting: dict[str, list[int]] = defaultdict(list)
    for one in people:
        for candidate, column in zip(one.looked.able, one.columns, strict=True):
            if candidate.offer.group not in one.looked.situation.held_groups:
                wanting[candidate.offer.group].append(column)
    for offer in offers:
        if offer.seats is not None and len(wanting[offer.group]) > offer.seats:
            model.row([(column, 1) for column in wanting[offer.group]], most=max(offer.seats, 0))
