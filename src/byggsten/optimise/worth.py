"""What one group is worth to one person by itself, in the minutes of optimise/weights.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.optimise.weights import WEIGHTS

if TYPE_CHECKING:
    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.domain.planning import BuildingBlock
    from byggsten.optimise.ground import Ground, Ready


def cost_of(situation: Situation, ready: Ready, ground: Ground, way: int) -> float:
    """What choosing it costs, below zero for a gain."""
    weakest, minutes, w = set(situation.weakest), ready.minutes, WEIGHTS
    cost = w.group + w.travel * way * 2 * len({block.weekday for block in ready.blocks})
    cost += w.late * minutes * (ready.offer.period.first_day - ground.period.first_day).days / 7
    blocks: set[BuildingBlock] = set()
    for effect in ready.offer.activity.effects:
        if not effect.strengthens:
            cost += w.weakens * minutes * (2 if effect.block in weakest else 1)
        elif effect.block in weakest:
            blocks.add(effect.block)
    cost -= w.strengthens * minutes if blocks else 0
    return cost - (w.wish * minutes if wished(situation, ready.offer) else 0)


def wished(situation: Situation, offer: Offer) -> bool:
    """Whether the person has said the name of the activity, or the activity says the person's word."""
    name = offer.activity.name.casefold()
    words = (wish.strip().casefold() for wish in situation.wishes)
    return any(len(word) > 2 and (word in name or name in word) for word in words)
