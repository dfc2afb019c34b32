"""The rule book's numbers for plans and journeys, as they stand on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings import Norm, Norms
from byggsten.domain.rules.labels import source_text
from byggsten.domain.travel import Estimate, TravelTimes, Unknown

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.rules import Rulebook

_TRAVEL = ("resa_omväg_procent", "resa_kilometer_i_timmen", "resa_fast_minuter", "resa_färja_minuter")


def norms_on(book: Rulebook, day: date) -> Norms:
    """What a plan is judged by; a number that nobody has decided is None."""
    return Norms(
        tolerance=norm_on(book, "plan_tolerans_minuter", day),
        sfi_week=norm_on(book, "sfi_vecka_minuter", day),
        travel_day=norm_on(book, "resa_dag_minuter", day),
        start_weeks=norm_on(book, "plan_start_veckor", day),
        plan_months=norm_on(book, "uppföljning_månader", day),
    )


def travel_on(book: Rulebook, day: date) -> TravelTimes:
    """How journeys are counted; unknown until the municipality has set all the numbers."""
    detour, speed, fixed, ferry = (norm_on(book, name, day) for name in _TRAVEL)
    if detour is None or speed is None or fixed is None or ferry is None or speed.value < 1:
        return Unknown()
    return Estimate(detour.value, speed.value, fixed.value, ferry.value, detour.source)


def norm_on(book: Rulebook, name: str, day: date) -> Norm | None:
    """The number with its source and how sure it is; None when it is not decided."""
    parameter = book.parameters.get(name)
    value = parameter.on(day.toordinal()) if parameter else None
    if value is None:
        return None
    return Norm(value.number, source_text(book.tables, value.source, "sv"), value.confidence)
