"""What stands in the way of hours that cannot be offered, found by taking one demand away at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes
from byggsten.domain.planning import ActivityKind
from byggsten.domain.week_grid import lowest_mean, week_minutes
from byggsten.optimise.answers import Obstacle, Unmet
from byggsten.optimise.candidates import look, orientation_asked
from byggsten.optimise.drawing import draw
from byggsten.optimise.model import Model
from byggsten.optimise.solving import kept, solved
from byggsten.optimise.words import unmet_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.candidates import Candidate, Looked
    from byggsten.optimise.ground import Ground

# In the order in which they are tried; of two that give as much the first is told.
_TRIED = (
    Obstacle.SEATS,
    Obstacle.TRAVEL,
    Obstacle.CARE,
    Obstacle.LEVEL,
    Obstacle.LANGUAGE,
    Obstacle.TIMES,
)

_KINDS = {"sfi": ActivityKind.SFI, "orientation": ActivityKind.ORIENTATION}


@dataclass(frozen=True, slots=True)
class Lack:
    """Minutes a week that the choice leaves unfilled of each need; the smallest lacks are not told."""

    hours: int
    sfi: int
    orientation: int


def lack(situation: Situation, ground: Ground, chosen: tuple[Candidate, ...]) -> Lack:
    """What the chosen groups do not reach."""
    blocks = [block for candidate in chosen for block in candidate.ready.blocks]
    missing = sfi = 0
    if situation.required is not None and not situation.voluntary:
        tolerance = situation.norms.tolerance.value if situation.norms.tolerance else 0
        missing = situation.required - week_minutes(blocks)
        missing = missing if missing > tolerance else 0
    if situation.needs_sfi and situation.norms.sfi_week is not None:
        given = lowest_mean([block for block in blocks if block.kind is ActivityKind.SFI])
        sfi = max(0, situation.norms.sfi_week.value - given)
    covered = sum(candidate.covers for candidate in chosen)
    return Lack(missing, sfi, max(0, orientation_asked(situation, ground) - covered))


def unmet(looked: Looked, chosen: tuple[Candidate, ...]) -> tuple[Unmet, ...]:
    """Every need that is not reached, with the demand that binds."""
    situation, ground = looked.situation, looked.ground
    found = lack(situation, ground, chosen)
    told = []
    if situation.required is None:
        unknown = Obstacle.UNKNOWN_EXTENT
        told.append(Unmet("hours", Minutes(0), unknown, unmet_text("unknown", 0, unknown)))
    needs = [need for need in ("hours", "sfi", "orientation") if getattr(found, need)]
    if not needs:
        return tuple(told)
    relaxed = tuple(_relaxed(looked, frozenset(needs)))
    return (*told, *(_binding(looked, need, chosen, relaxed) for need in needs))


def _binding(
    looked: Looked,
    need: str,
    chosen: tuple[Candidate, ...],
    relaxed: tuple[tuple[Obstacle, tuple[Candidate, ...]], ...],
) -> Unmet:
    """The lack of one need, with the obstacle without which it would be smallest."""
    situation, ground = looked.situation, looked.ground
    minutes = best = getattr(lack(situation, ground, chosen), need)
    obstacle, groups = Obstacle.NOTHING_EXISTS, frozenset[str]()
    for tried, other in relaxed:
        without = getattr(lack(situation, ground, other), need)
        if without < best:
            best, obstacle = without, tried
            groups = frozenset(one.offer.group for one in other if _freed(looked, one, need, tried))
    if obstacle is Obstacle.NOTHING_EXISTS and need != "hours" and _no_room(looked, need):
        obstacle = Obstacle.EXTENT
    return Unmet(need, Minutes(minutes), obstacle, unmet_text(need, minutes, obstacle), tuple(sorted(groups)))


def _relaxed(looked: Looked, needs: frozenset[str]) -> Iterator[tuple[Obstacle, tuple[Candidate, ...]]]:
    """The choice that would be made without each obstacle that stands in the way of what is needed."""
    kinds = {_KINDS[need] for need in needs if need in _KINDS}
    there = {
        obstacle
        for group, obstacle in looked.refused.items()
        if "hours" in needs or looked.ground.by_group[group].offer.activity.kind in kinds
    }
    if "hours" in needs or any(candidate.offer.activity.kind in kinds for candidate in looked.able):
        there.add(Obstacle.TIMES)
    for obstacle in _TRIED:
        if obstacle not in there:
            continue
        other = look(looked.situation, looked.ground, besides=obstacle, full=looked.full)
        model = Model()
        drawn = draw(model, other, without_clashes=obstacle is Obstacle.TIMES)
        bound = obstacle is not Obstacle.TRAVEL
        solution = solved(model, [drawn], limit=2.0, gap=0.0) if bound else model.solve(limit=2.0)
        yield obstacle, kept(drawn, solution) if bound else drawn.chosen(solution)


def _freed(looked: Looked, one: Candidate, need: str, tried: Obstacle) -> bool:
    """Whether the group answers the need and only this obstacle stood in its way."""
    of_kind = need not in _KINDS or one.offer.activity.kind is _KINDS[need]
    return of_kind and looked.refused.get(one.offer.group) is tried


def _no_room(looked: Looked, need: str) -> bool:
    """Whether there are groups for the need, so that it is the extent that does not hold them."""
    return any(candidate.offer.activity.kind is _KINDS[need] for candidate in looked.able)
