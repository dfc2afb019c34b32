"""Ask everybody for a week: all at the same prices of seats, or in turn for the seats that are left."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from byggsten.optimise.person_weeks import Chooser, Week
    from byggsten.optimise.sharing import Shared

_AT_A_TIME = 2
# Seconds for one person's week; hardly any needs a tenth of it.
_LONGEST = 10.0
# A price that nobody pays.
_CLOSED = 1_000_000.0


def answers_at(
    choosers: Sequence[Chooser], prices: Mapping[str, float], until: float
) -> list[tuple[Week, float]]:
    """Everybody's best week at the prices, two worked out at a time; fewer when the time is out."""

    def answer(one: Chooser) -> tuple[Week, float] | None:
        return None if perf_counter() > until else one.best(prices, limit=_LONGEST)

    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        found = list(pool.map(answer, choosers))
    answers = [one for one in found if one is not None]
    return answers if len(answers) == len(found) else []


def in_turn(choosers: Sequence[Chooser], seats: Mapping[str, int], shared: Shared) -> None:
    """A first choice that fits: one after another, those with least to choose from first."""
    left = Counter(seats)
    for person in sorted(range(len(choosers)), key=lambda n: (len(choosers[n].seat), n)):
        full = {group: _CLOSED for group in seats if left[group] < 1}
        week, _ = choosers[person].best(full, limit=_LONGEST)
        if not week.seats & set(full):
            shared.add(person, week)
            left.subtract(week.seats)
