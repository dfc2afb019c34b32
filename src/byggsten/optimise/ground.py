"""The offers of a period, made ready once for all whom they are tried for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from byggsten.domain.planning import ActivityKind
from byggsten.domain.travel import Remembered
from byggsten.domain.week_grid import grid, narrowed, too_close, week_minutes
from byggsten.optimise.cliques import cover

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.dates import Period
    from byggsten.domain.travel import TravelTimes
    from byggsten.domain.week_grid import Block


@dataclass(frozen=True, slots=True)
class Ready:
    """An offer within the period; ``average`` is its minutes a week over all of the period's days."""

    offer: Offer
    blocks: tuple[Block, ...]
    minutes: int
    average: float
    by_weekday: Mapping[int, tuple[Block, ...]]


class Ground:
    """Offers within a period, in the order of their names, and the sets of them that exclude each other."""

    def __init__(self, offers: Iterable[Offer], period: Period, travel: TravelTimes) -> None:
        assert period.last_day is not None  # noqa: S101 - the callers give it an end
        self.period, self.travel = period, Remembered(travel)
        self.days = (period.last_day - period.first_day).days + 1
        unique = {offer.group: offer for offer in offers}
        within = (narrowed(unique[group], period) for group in sorted(unique))
        ready = (self._ready(offer) for offer in within if offer is not None)
        self.offers = tuple(one for one in ready if one.minutes > 0)

    def _ready(self, offer: Offer) -> Ready:
        blocks = grid([offer])
        average = sum(block.minutes * self._share(block.period) for block in blocks)
        by_weekday = {
            day: tuple(b for b in blocks if b.weekday == day) for day in {b.weekday for b in blocks}
        }
        return Ready(offer, blocks, week_minutes(blocks), average, by_weekday)

    def _share(self, during: Period) -> float:
        last = during.last_day or self.period.last_day
        assert last is not None  # noqa: S101 - the period has an end
        return ((last - during.first_day).days + 1) / self.days

    @cached_property
    def full(self) -> frozenset[str]:
        """The groups that say they have no seat left."""
        offers = (one.offer for one in self.offers)
        return frozenset(offer.group for offer in offers if offer.seats is not None and offer.seats < 1)

    @cached_property
    def by_group(self) -> Mapping[str, Ready]:
        """The offers by group."""
        return {one.offer.group: one for one in self.offers}

    @cached_property
    def cliques(self) -> tuple[frozenset[str], ...]:
        """Sets of groups of which one person can have one: at the same time, or of the same activity."""
        names = [one.offer.group for one in self.offers]
        edges = [
            (i, j)
            for (i, one), (j, other) in combinations(enumerate(self.offers), 2)
            if self._exclude(one, other)
        ]
        return tuple(frozenset(names[i] for i in clique) for clique in cover(len(names), edges))

    def _exclude(self, one: Ready, other: Ready) -> bool:
        if one.offer.activity.reference == other.offer.activity.reference:
            return True
        # A course at a time: two of civic orientation are the same hours in two languages.
        kinds = {one.offer.activity.kind, other.offer.activity.kind}
        if kinds == {ActivityKind.ORIENTATION}:
            return True
        return any(
            too_close(a, b, self.travel)
            for weekday, blocks in one.by_weekday.items()
            for b in other.by_weekday.get(weekday, ())
            for a in blocks
        )
