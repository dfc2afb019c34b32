"""One week for each person within the seats: the town's model, whose columns are whole weeks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from byggsten.optimise.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from byggsten.optimise.model import Solution
    from byggsten.optimise.person_weeks import Week

_NOTHING: frozenset[str] = frozenset()


class Shared:
    """The weeks found so far, by person, and the seats that all of them share."""

    def __init__(self, people: int, seats: Mapping[str, int]) -> None:
        self.seats = dict(sorted(seats.items()))
        self.weeks: list[dict[frozenset[str], Week]] = [{} for _ in range(people)]

    def add(self, person: int, week: Week) -> bool:
        """Keep the week; False: it was there already."""
        groups = frozenset(candidate.offer.group for candidate in week.chosen)
        known = self.weeks[person].get(groups)
        if known is not None and known.cost <= week.cost + 1e-6:
            return False
        self.weeks[person][groups] = week
        return True

    def prices(self) -> tuple[dict[str, float], float]:
        """What a seat of each group is worth when weeks can be mixed, and what such a mix costs."""
        model, _ = self._drawn(whole=False)
        solution = model.solve()
        first = len(self.weeks)
        worth = dict(zip(self.seats, solution.duals[first:], strict=True))
        return {group: -dual for group, dual in worth.items() if dual < -1e-9}, solution.cost

    def chosen(self, *, limit: float, gap: float) -> tuple[list[Week], Solution]:
        """One week each, none at another's seat: the best of the weeks that are known."""
        model, order = self._drawn(whole=True)
        solution = model.solve(limit=limit, gap=gap)
        found = {person: week for column, (person, week) in enumerate(order) if solution.chosen(column)}
        # Without any answer in time everybody keeps the empty week, which is always there.
        return [
            found.get(person, self.weeks[person][_NOTHING]) for person in range(len(self.weeks))
        ], solution

    def _drawn(self, *, whole: bool) -> tuple[Model, Sequence[tuple[int, Week]]]:
        model, order = Model(), []
        taking: dict[str, list[int]] = defaultdict(list)
        for person, weeks in enumerate(self.weeks):
            columns = []
            for _, week in sorted(weeks.items(), key=lambda one: sorted(one[0])):
                column = model.yes_or_no(week.cost) if whole else model.amount(week.cost)
                columns.append(column)
                order.append((person, week))
                for group in sorted(week.seats):
                    taking[group].append(column)
            model.row([(column, 1) for column in columns], least=1, most=1)
        for group, seats in self.seats.items():
            model.row([(column, 1) for column in taking[group]], most=seats)
        return model, order
