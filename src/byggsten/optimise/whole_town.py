"""Weeks proposed for many people at once against the seats they share, with the gap to the best stated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.optimise.answers import TownProposal
from byggsten.optimise.asking import answers_at, in_turn
from byggsten.optimise.candidates import look
from byggsten.optimise.person_weeks import Chooser, Week
from byggsten.optimise.proposal import ground_of, told
from byggsten.optimise.sharing import Shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.answers import Proposal
    from byggsten.optimise.ground import Ground

# Rounds of prices; the gap seldom moves after the first dozen.
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class _Found:
    """A week for each person, what they cost together, and what no choice can cost less than."""

    weeks: list[Week]
    cost: float
    bound: float

    @property
    def gap(self) -> float:
        """How far from the best the choice may be, as a share of its cost."""
        return max(0.0, self.cost - self.bound) / max(abs(self.cost), 1e-9)


def propose_all(
    situations: Iterable[Situation],
    offers: Iterable[Offer],
    *,
    last_day: date | None = None,
    limit: float = 120.0,
    gap: float = 0.005,
) -> TownProposal:
    """A proposal for each person, none at another's seat.

    Nobody is left with nothing while others fill their weeks, where that can be avoided; then the first
    half of everybody's week goes before the second half of anybody's.
    ``limit``: seconds for the choice; ``gap``: how far from the best is near enough, as a share.
    """
    begun = perf_counter()
    people = sorted({one.reference: one for one in situations}.values(), key=lambda one: one.reference)
    every = tuple({offer.group: offer for offer in offers}.values())
    choosers = _choosers(people, every, last_day)
    seats = {offer.group: max(offer.seats, 0) for offer in every if offer.seats is not None}
    found = _solve(choosers, seats, gap=gap, until=begun + limit)
    seconds = perf_counter() - begun
    taken = Counter(group for week in found.weeks for group in week.seats)
    full = frozenset(group for group, number in seats.items() if taken[group] >= number)
    proposals = {
        chooser.looked.situation.reference: _told(chooser, week, full, found.gap, seconds)
        for chooser, week in zip(choosers, found.weeks, strict=True)
    }
    return TownProposal(MappingProxyType(proposals), found.gap, seconds, found.gap <= gap)


def _choosers(people: Sequence[Situation], offers: Sequence[Offer], last_day: date | None) -> list[Chooser]:
    """Each person with the offers made ready, once for all who begin on the same day."""
    grounds: dict[object, Ground] = {}
    found = []
    for situation in people:
        key = (situation.first_day, situation.travel)
        if key not in grounds:
            grounds[key] = ground_of(situation, offers, situation.first_day, last_day)
        found.append(Chooser(situation, grounds[key]))
    return found


def _solve(choosers: Sequence[Chooser], seats: Mapping[str, int], *, gap: float, until: float) -> _Found:
    """Let seats have prices until everybody's best week at those prices costs what the shared choice does.

    The bound is each person's best week at the prices, less what the seats would bring in: no choice that
    keeps to the seats can cost less.
    """
    shared = Shared(len(choosers), seats)
    for person, chooser in enumerate(choosers):
        shared.add(person, chooser.empty)
    prices: dict[str, float] = {}
    # What everybody would have with every seat free: no choice costs less, however short the time.
    alone = answers_at(choosers, prices, float("inf"))
    bound = sum(least for _, least in alone)
    for person, (week, _) in enumerate(alone):
        shared.add(person, week)
    in_turn(choosers, seats, shared)
    for _ in range(_ROUNDS):
        prices, mixed = shared.prices()
        if mixed - bound <= gap / 2 * abs(mixed) or perf_counter() > until:
            break
        answers = answers_at(choosers, prices, until)
        new = [shared.add(person, week) for person, (week, _) in enumerate(answers)]
        if len(answers) < len(choosers):
            break
        income = sum(price * seats[group] for group, price in prices.items())
        bound = max(bound, sum(least for _, least in answers) - income)
        if not any(new):
            break
    # The choice itself may take a while even when the time for prices is out: without it there is nothing.
    weeks, solution = shared.chosen(limit=max(10.0, until - perf_counter()), gap=gap / 5)
    return _Found(weeks, solution.cost, bound)


def _told(chooser: Chooser, week: Week, full: frozenset[str], gap: float, seconds: float) -> Proposal:
    """The week in words; what is lacking is explained with the seats that are left when all have chosen."""
    situation = chooser.looked.situation
    own = {candidate.offer.group for candidate in week.chosen}
    left = look(situation, chooser.looked.ground, full=full - own - situation.held_groups)
    return told(left, week.chosen, gap=gap, seconds=seconds)
