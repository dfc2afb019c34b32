"""What stands out among the blocks of a week: collisions, journeys too long, hours without child care."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.domain.week_grid import collisions, outside_care, short_gaps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.week_grid import Block
    from byggsten.queries.plan_judging import Judged


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to look at: an icon and a word."""

    icon: str
    word: str


def marks_of(judged: Judged) -> dict[Block, tuple[Mark, ...]]:
    """The marks of each block that has any."""
    situation = judged.situation
    every = (*judged.blocks, *situation.busy)
    found: dict[Block, list[Mark]] = {}

    def mark(blocks: Iterable[Block], icon: str, word: str) -> None:
        for block in blocks:
            if Mark(icon, word) not in found.setdefault(block, []):
                found[block].append(Mark(icon, word))

    mark((b for clash in collisions(every) for b in (clash.one, clash.other)), "zap", _("Krock"))
    mark((gap.later for gap in short_gaps(every, situation.travel)), "bus", _("Hinner inte resa"))
    if situation.needs_care and situation.care is not None:
        mark(outside_care(judged.blocks, situation.care), "baby", _("Ingen barnomsorg"))
    return {block: tuple(marks) for block, marks in found.items()}
