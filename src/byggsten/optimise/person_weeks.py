"""The best week of one person when seats have prices: one column of the town's model at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.optimise.candidates import look
from byggsten.optimise.drawing import draw
from byggsten.optimise.model import Model
from byggsten.optimise.solving import kept, solved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.candidates import Candidate
    from byggsten.optimise.ground import Ground

# One person's week is good enough within this share of the best; the bound that comes with it still holds.
_GAP = 0.001


@dataclass(frozen=True, slots=True)
class Week:
    """A whole week for one person: its groups, what it costs, and which groups it takes a seat of."""

    chosen: tuple[Candidate, ...]
    cost: float
    seats: frozenset[str]


class Chooser:
    """One person's model, solved again whenever the prices of seats change."""

    def __init__(self, situation: Situation, ground: Ground) -> None:
        self.model = Model()
        self.looked = look(situation, ground, full=frozenset())
        self.drawn = draw(self.model, self.looked)
        # Who has a place already takes no new seat, and pays nothing for it.
        self.seat = tuple(
            "" if one.offer.group in situation.held_groups else one.offer.group for one in self.looked.able
        )
        self._answered: tuple[tuple[float, ...], Week, float] | None = None

    def best(self, prices: Mapping[str, float], *, limit: float) -> tuple[Week, float]:
        """The week that costs least with the prices, and a bound that no week is below."""
        paid = tuple(prices.get(group, 0.0) for group in self.seat)
        if self._answered is not None and self._answered[0] == paid:
            return self._answered[1:]
        costs = list(self.model.costs)
        for column, price in zip(self.drawn.columns, paid, strict=True):
            costs[column] += price
        solution = solved(self.model.with_costs(costs), [self.drawn], limit=limit, gap=_GAP)
        week = self.week(kept(self.drawn, solution), solution.cost, prices)
        if solution.finished:
            self._answered = (paid, week, solution.bound)
        return week, solution.bound

    def week(self, chosen: tuple[Candidate, ...], cost: float, prices: Mapping[str, float]) -> Week:
        """A week by its groups, without what its seats cost."""
        seats = frozenset(
            one.offer.group
            for one, seat in zip(self.looked.able, self.seat, strict=True)
            if seat and one in chosen
        )
        return Week(chosen, cost - sum(prices.get(group, 0.0) for group in seats), seats)

    @property
    def empty(self) -> Week:
        """Nothing at all: always possible, and dear."""
        return Week((), self.model.without(self.drawn.columns).solve().cost, frozenset())
