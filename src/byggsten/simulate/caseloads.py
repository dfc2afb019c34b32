"""Who answers for whom: adults in turn, and some of every story for those who sign in."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.residents import Route, Story
from byggsten.simulate.staff import KARIN, OMAR

if TYPE_CHECKING:
    from datetime import date

    from byggsten.simulate.residents import Resident
    from byggsten.simulate.staff import Employee


def assign(
    residents: list[Resident], workers: tuple[Employee, ...], seed: int, until: date
) -> dict[str, Employee]:
    """Adults who are here to caseworkers in turn; Karin and Omar get some of every story."""
    adults = [r for r in residents if r.grown and r.here(until) and r.route is not Route.OUTSIDE]
    Random(f"{seed}/assign").shuffle(adults)
    found: dict[str, Employee] = {}
    told: dict[Story, int] = {}
    load = dict.fromkeys(workers, 0)
    share = -(-len(adults) // len(workers))
    for resident in sorted(adults, key=lambda r: r.story is Story.NONE):
        number = told.get(resident.story, 0)
        told[resident.story] = number + 1
        first = {0: KARIN, 1: KARIN, 2: OMAR}.get(number) if resident.story is not Story.NONE else None
        worker = first if first and load[first] < share else min(workers, key=lambda w: load[w])
        found[resident.reference] = worker
        load[worker] += 1
    return found
