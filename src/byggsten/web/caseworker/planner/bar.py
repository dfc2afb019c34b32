"""The hours of a draft: what is asked, what can be offered within reach, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes
from byggsten.domain.week_grid import stretches
from byggsten.queries.plan_judging import period_of
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from datetime import date

    from byggsten.queries.plan_judging import Judged


@dataclass(frozen=True, slots=True)
class Part:
    """The time of one kind of activity."""

    label: str
    colour: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Bar:
    """Minutes a whole week; ``required`` None: it cannot be told yet.

    ``missing`` is what is asked and not chosen, ``lacking`` what is asked and cannot be offered.
    """

    required: int | None
    reachable: int
    chosen: int
    parts: tuple[Part, ...]

    @property
    def missing(self) -> int:
        return max((self.required or 0) - self.chosen, 0)

    @property
    def lacking(self) -> int:
        return max((self.required or 0) - self.reachable, 0)

    @property
    def most(self) -> int:
        """The length that the bars are drawn against."""
        return max(self.required or 0, self.reachable, self.chosen, 1)

    @property
    def beyond_required(self) -> int:
        """What is left of the bars' length after what is asked, and so on for the others."""
        return self.most - (self.required or 0)

    @property
    def beyond_reach(self) -> int:
        return self.most - self.reachable - self.lacking

    @property
    def beyond_chosen(self) -> int:
        return self.most - self.chosen - self.missing


def bar_of(judged: Judged, reachable: int, today: date) -> Bar:
    """The hours of the fullest normal week."""
    return Bar(judged.situation.required, reachable, judged.chosen, parts_of(judged, today))


def parts_of(judged: Judged, today: date) -> tuple[Part, ...]:
    """The time by kind in the fullest normal week, so that the parts add up to what is chosen."""
    cuts = stretches(judged.blocks, period_of(judged.draft, today)) if judged.blocks else ()
    fullest = max(cuts, key=lambda cut: cut.minutes, default=None)
    inside = [b for b in judged.blocks if fullest and fullest.period.first_day in b.period]
    sums = {kind: sum(block.minutes for block in inside if block.kind is kind) for kind in KINDS}
    return tuple(
        Part(str(label), colour, Minutes(sums[kind])) for kind, (colour, label) in KINDS.items() if sums[kind]
    )
