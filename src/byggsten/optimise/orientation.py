"""Civic orientation that remains, read from the clocks of the rule book."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.plan_findings import Clock, Orientation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.facts import Value
    from byggsten.domain.rules import Rulebook, Step

ORIENTATION_RIGHT = "samhällsorientering_rätt"
# The clocks that say when civic orientation is to be finished, each with the name of its last day.
_FINISHING = {
    "klocka_so_strategi": ("so_strategi_slut", Clock.STRATEGY),
    "klocka_so_kurs": ("so_kurs_slut", Clock.LAW),
}
# The municipality's duty to offer it has a last day of its own, which is no day to be finished.
_DUTY, _OFFER_BY = "klocka_samhällsorientering", "so_skyldighet_slut"
ORIENTATION_CLOCKS = (*_FINISHING, _DUTY)
# What tells that it has been offered already.
_OFFERED = ("so_erbjuden", "so_start")
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
    offer_by, offer_source = _to_offer(steps[_DUTY], values, first_day)
    ends = [
        (day, "; ".join(steps[name].sources), clock)
        for name, (last, clock) in _FINISHING.items()
        if (day := _last_day(steps[name], last, ("löper", "slut"))) is not None
    ]
    if not ends:
        source = "; ".join(steps[ORIENTATION_RIGHT].sources)
        return Orientation(left, None, source, offer_by=offer_by, offer_source=offer_source)
    ahead = [end for end in ends if end[0] >= first_day]
    due, source, clock = min(ahead) if ahead else max(ends)
    return Orientation(left, due, source, clock, offer_by, offer_source)


def _to_offer(duty: Step, values: Mapping[str, Value], first_day: date) -> tuple[date | None, str]:
    """The last day for the municipality to offer it, unless that has been done."""
    told = (values.get(name) for name in _OFFERED)
    if any(isinstance(day, date) and day <= first_day for day in told):
        return None, ""
    return _last_day(duty, _OFFER_BY, ("löper",)), "; ".join(duty.sources)


def _last_day(clock: Step, name: str, outcomes: tuple[str, ...]) -> date | None:
    """The clock's own last day, when it runs or has run."""
    days = (fact.number for fact in clock.facts if fact.name == name)
    number = next((day for day in days if day is not None), None)
    return date.fromordinal(number) if clock.outcome in outcomes and number is not None else None


def _asked(book: Rulebook, name: str, values: Mapping[str, Value], day: date) -> int | None:
    """How many minutes are asked; by the rules of the day that the course began, where that decides."""
    parameter = book.parameters[name]
    chosen = values.get(parameter.selector)
    value = parameter.on((chosen if isinstance(chosen, date) else day).toordinal())
    return value.number if value else None
