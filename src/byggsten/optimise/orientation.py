"""Civic orientation that remains, read from the clocks of the rule book."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.plan_findings import Orientation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.facts import Value
    from byggsten.domain.rules import Rulebook, Step

ORIENTATION_RIGHT = "samhällsorientering_rätt"
# The clocks of civic orientation, each with the name of its last day; the strategy's is mostly the first.
ORIENTATION_CLOCKS = {
    "klocka_so_strategi": "so_strategi_slut",
    "klocka_so_kurs": "so_kurs_slut",
    "klocka_samhällsorientering": "so_skyldighet_slut",
}
ORIENTATION_MINUTES = ("so_minuter_krav", "so_strategi_minuter")


def orientation_left(
    steps: Mapping[str, Step], values: Mapping[str, Value], book: Rulebook, first_day: date
) -> Orientation | None:
    """What remains and by when: the first day that is still ahead, else the last that has passed."""
    done = values.get("so_minuter")
    asked = [_asked(book, name, values, first_day) for name in ORIENTATION_MINUTES]
    if steps[ORIENTATION_RIGHT].outcome != "har_rätt" or not isinstance(done, int) or not any(asked):
        return None
    left = max(number for number in asked if number is not None) - done
    ends = [
        (date.fromordinal(fact.number), "; ".join(steps[clock].sources))
        for clock, name in ORIENTATION_CLOCKS.items()
        if steps[clock].outcome in ("löper", "slut")
        for fact in steps[clock].facts
        if fact.name == name and fact.number is not None
    ]
    if not ends:
        return Orientation(left, None, "; ".join(steps[ORIENTATION_RIGHT].sources))
    ahead = [end for end in ends if end[0] >= first_day]
    due, source = min(ahead) if ahead else max(ends)
    return Orientation(left, due, source)


def _asked(book: Rulebook, name: str, values: Mapping[str, Value], day: date) -> int | None:
    """How many minutes are asked; by the rules of the day that the course began, where that decides."""
    parameter = book.parameters[name]
    chosen = values.get(parameter.selector)
    value = parameter.on((chosen if isinstance(chosen, date) else day).toordinal())
    return value.number if value else None
