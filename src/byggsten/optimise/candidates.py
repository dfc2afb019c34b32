"""Which of the offers one person can be proposed, what each is worth, and what stands against the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.orientation import given_by
from byggsten.domain.plan_findings.swedish import beside
from byggsten.domain.planning import ActivityKind, SwedishLevel
from byggsten.domain.week_grid import day_travel, outside_care, too_close
from byggsten.optimise.answers import Obstacle
from byggsten.optimise.worth import cost_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.ground import Ground, Ready


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer that the person can take.

    ``way``: minutes there from home, 0 when it is unknown; ``covers``: minutes of civic orientation in time.
    ``cost``: what choosing it costs by itself, below zero for a gain.
    """

    ready: Ready
    way: int
    covers: int
    cost: float

    @property
    def offer(self) -> Offer:
        return self.ready.offer


@dataclass(frozen=True, slots=True)
class Looked:
    """One person's candidates, and for every other offer that was wanted what stands against it."""

    situation: Situation
    ground: Ground
    able: tuple[Candidate, ...]
    refused: Mapping[str, Obstacle]
    full: frozenset[str]


def look(
    situation: Situation,
    ground: Ground,
    *,
    besides: Obstacle | None = None,
    full: frozenset[str] | None = None,
) -> Looked:
    """Try every offer for the person; ``besides``: as if that obstacle were gone.

    ``full``: groups without a seat for the person; None: those whose offer says so.
    """
    if full is None:
        full = ground.full - situation.held_groups
    able, refused = [], {}
    for ready in ground.offers:
        if not _needed(situation, ready.offer):
            continue
        against = next((o for o in _against(situation, ready, ground, full) if o is not besides), None)
        if against is None:
            able.append(_candidate(situation, ready, ground))
        else:
            refused[ready.offer.group] = against
    return Looked(situation, ground, tuple(able), refused, full)


def _needed(situation: Situation, offer: Offer) -> bool:
    """Whether it is anything for the person: no sfi for who has no need, and only rights without a duty."""
    kind, left = offer.activity.kind, situation.orientation
    if kind is ActivityKind.SFI:
        return situation.needs_sfi is not False
    if kind is ActivityKind.ORIENTATION:
        return left is not None and left.left > 0
    return situation.required is not None and not situation.voluntary


def _against(situation: Situation, ready: Ready, ground: Ground, full: frozenset[str]) -> Iterator[Obstacle]:
    offer = ready.offer
    if not _speaks(situation, offer):
        yield Obstacle.LANGUAGE
    if not _level_fits(situation.swedish, offer):
        yield Obstacle.LEVEL
    if offer.group in full:
        yield Obstacle.SEATS
    if situation.needs_care and situation.care is not None and outside_care(ready.blocks, situation.care):
        yield Obstacle.CARE
    if any(too_close(mine, busy, ground.travel) for mine in ready.blocks for busy in situation.busy):
        yield Obstacle.TIMES
    if too_far(situation, (ready,), ground):
        yield Obstacle.TRAVEL


def too_far(situation: Situation, chosen: tuple[Ready, ...], ground: Ground) -> tuple[int, ...]:
    """The weekdays on which the way to all of it, and home, is longer than the municipality's bound."""
    bound = situation.norms.travel_day
    if bound is None:
        return ()
    blocks = [block for one in chosen for block in one.blocks]
    ways = day_travel(blocks, situation.home, ground.travel)
    return tuple(day for day, minutes in ways.items() if minutes is not None and minutes > bound.value)


def _level_fits(known: SwedishLevel | None, offer: Offer) -> bool:
    """An unknown level is no level: only what takes everybody, or beginners, is proposed."""
    if known is None:
        return offer.swedish_from in (None, SwedishLevel.NONE)
    return beside(known, offer) == 0


def _speaks(situation: Situation, offer: Offer) -> bool:
    return offer.language in {"", "sv", *situation.languages}


def _candidate(situation: Situation, ready: Ready, ground: Ground) -> Candidate:
    offer, need = ready.offer, situation.orientation
    covers = 0
    if offer.activity.kind is ActivityKind.ORIENTATION and need is not None:
        last = ground.period.last_day
        if need.due is not None and last is not None and ground.period.first_day <= need.due:
            last = min(last, need.due)
        covers = min(
            need.left, given_by(ready.blocks, ground.period.first_day, last or offer.period.first_day)
        )
    way = 0 if offer.place is None else ground.travel.minutes(situation.home, offer.place) or 0
    return Candidate(ready, way, covers, cost_of(situation, ready, ground, way))


def orientation_asked(situation: Situation, ground: Ground) -> int:
    """How many of the minutes that remain belong in this plan, when they are spread until they are due."""
    need, last = situation.orientation, ground.period.last_day
    if need is None or need.left <= 0:
        return 0
    days = (need.due - ground.period.first_day).days + 1 if need.due else 0
    if last is None or days <= ground.days:
        return need.left
    return -(-need.left * ground.days // days)
