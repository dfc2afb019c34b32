"""The wall of building blocks: what the plan strengthens or may weaken, and what is recorded as laid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.planning import BuildingBlock
from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.case import Case

# A recorded assessment that a block is in place is a fact with this code and the block's name.
LAID = "block_in_place_"
# The highest level of a judgement in the mapping.
IN_PLACE = 3
NAMES = {
    BuildingBlock.SECURITY: N_("Grundtrygghet"),
    BuildingBlock.LANGUAGE: N_("Svenska språket"),
    BuildingBlock.NORMS: N_("Lagar och normer"),
    BuildingBlock.LIVELIHOOD: N_("Utbildning, försörjning och bostad"),
    BuildingBlock.CODES: N_("Sociala och kulturella koder"),
    BuildingBlock.SOCIAL_CAPITAL: N_("Socialt kapital"),
}


class BlockState(StrEnum):
    """How far a block has come; the values are those of the style sheet."""

    NOT_STARTED = "0"
    UNDER_WAY = "1"
    IN_PLACE = "2"


STATES = {
    BlockState.NOT_STARTED: N_("Inte börjat"),
    BlockState.UNDER_WAY: N_("Pågår"),
    BlockState.IN_PLACE: N_("På plats"),
}


@dataclass(frozen=True, slots=True)
class Brick:
    """One block of the wall: the activities that strengthen it, and those that may weaken it."""

    block: BuildingBlock
    state: BlockState
    strengthened_by: tuple[str, ...]
    weakened_by: tuple[str, ...]

    @property
    def name(self) -> str:
        return NAMES[self.block]

    @property
    def state_text(self) -> str:
        return STATES[self.state]


def wall(
    case: Case, on: date, judged: Mapping[BuildingBlock, int] = MappingProxyType({})
) -> tuple[Brick, ...]:
    """The six blocks, the foundation first, by the plan that holds on the day and what is recorded.

    ``judged`` is what a person has judged in the mapping, from 0 to 3: it says more than the plan does.
    """
    plan = case.plan_on(on)
    current = {item.activity for item in plan.items if on in item.period} if plan else set()
    activities = [case.activities[reference] for reference in sorted(current) if reference in case.activities]
    laid = {fact.code for fact in case.facts if fact.value is True and on in fact.period}
    found = []
    for block in BuildingBlock:
        up, down = (
            tuple(
                activity.name
                for activity in activities
                if any(e.block is block and e.strengthens is strengthens for e in activity.effects)
            )
            for strengthens in (True, False)
        )
        level = judged.get(block, 0)
        in_place = LAID + block in laid or level == IN_PLACE
        begun = BlockState.UNDER_WAY if up or level else BlockState.NOT_STARTED
        found.append(Brick(block, BlockState.IN_PLACE if in_place else begun, up, down))
    return tuple(found)
