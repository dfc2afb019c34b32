"""A mixed-integer model row by row, and HiGHS to solve it: the one place that knows the solver."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import highspy
from highspy import _core

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INFINITY = highspy.kHighsInf


@dataclass(frozen=True, slots=True)
class Solution:
    """What the solver found: ``gap`` is how far from the best it may be, as a share.

    ``bound``: no solution costs less.  ``duals``: what a row's bound is worth, when nothing is yes or no.
    """

    values: Sequence[float]
    cost: float
    gap: float
    seconds: float
    finished: bool
    bound: float
    duals: Sequence[float]

    def chosen(self, column: int) -> bool:
        """Whether a yes-or-no column came out as yes."""
        return self.values[column] > 0.5


@dataclass(slots=True)
class Model:
    """Columns with costs and bounds, and rows that their sums keep to; the cost is to be as low as can be."""

    costs: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    indexes: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)

    def yes_or_no(self, cost: float) -> int:
        """A new column that is 0 or 1."""
        return self._column(cost, 1, whole=True)

    def amount(self, cost: float, most: float = INFINITY) -> int:
        """A new column that is 0 or more."""
        return self._column(cost, most, whole=False)

    def row(
        self, terms: Iterable[tuple[int, float]], least: float = -INFINITY, most: float = INFINITY
    ) -> None:
        """A new row: the columns times their factors, between the bounds."""
        for column, factor in terms:
            self.indexes.append(column)
            self.factors.append(factor)
        self.starts.append(len(self.indexes))
        self.least.append(least)
        self.most.append(most)

    def with_costs(self, costs: list[float]) -> Model:
        """The same columns and rows at other costs; rows that are added to one are in both."""
        return replace(self, costs=costs)

    def without(self, columns: Iterable[int]) -> Model:
        """The same with these columns held at none."""
        away = set(columns)
        return replace(self, upper=[0.0 if n in away else most for n, most in enumerate(self.upper)])

    def solve(self, *, limit: float = INFINITY, gap: float = 0.0) -> Solution:
        """The best that can be found within ``limit`` seconds; the same model always gives the same answer
        when it is finished before the limit."""
        # The solver itself: its friendlier form greets the world on standard output.
        solver = _core._Highs()  # noqa: SLF001
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("random_seed", 0)
        solver.setOptionValue("time_limit", limit)
        solver.setOptionValue("mip_rel_gap", gap)
        solver.setOptionValue("mip_abs_gap", 1e-6)
        solver.passModel(self._drawn())
        solver.run()
        info, status = solver.getInfo(), solver.getModelStatus()
        best = status == highspy.HighsModelStatus.kOptimal
        values = list(solver.getSolution().col_value) or [0.0] * len(self.costs)
        return Solution(
            values,
            info.objective_function_value,
            # A model without yes or no has no gap to state.
            max(info.mip_gap, 0.0) if any(self.whole) or not best else 0.0,
            solver.getRunTime(),
            best,
            info.mip_dual_bound if any(self.whole) else info.objective_function_value,
            solver.getSolution().row_dual,
        )

    def _column(self, cost: float, most: float, *, whole: bool) -> int:
        self.costs.append(cost)
        self.lower.append(0)
        self.upper.append(most)
        self.whole.append(whole)
        return len(self.costs) - 1

    def _drawn(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self.least)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = self.costs, self.lower, self.upper
        lp.row_lower_, lp.row_upper_ = self.least, self.most
        lp.integrality_ = [_WHOLE if whole else _ANY for whole in self.whole]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = (
            self.starts,
            self.indexes,
            self.factors,
        )
        return lp


_WHOLE, _ANY = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
