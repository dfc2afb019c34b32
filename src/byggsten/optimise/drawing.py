"""One person's week as columns and rows: what goes together, and what each thing lacking costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.planning import ActivityKind
from byggsten.domain.week_grid import in_force
from byggsten.optimise.candidates import orientation_asked
from byggsten.optimise.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.candidates import Candidate, Looked
    from byggsten.optimise.ground import Ground
    from byggsten.optimise.model import Model, Solution


@dataclass(frozen=True, slots=True)
class Drawn:
    """A person in the model: the candidates with their columns."""

    looked: Looked
    columns: tuple[int, ...]

    def chosen(self, solution: Solution) -> tuple[Candidate, ...]:
        """What the solution gives the person, in the order of the groups' names."""
        pairs = zip(self.looked.able, self.columns, strict=True)
        return tuple(candidate for candidate, column in pairs if solution.chosen(column))


def draw(model: Model, looked: Looked, *, without_clashes: bool = False) -> Drawn:
    """Add the person to the model; ``without_clashes``: as if one could be in two places at once."""
    situation = looked.situation
    columns = tuple(model.yes_or_no(candidate.cost) for candidate in looked.able)
    pairs = tuple(zip(looked.able, columns, strict=True))
    if not without_clashes:
        by_group = {candidate.offer.group: column for candidate, column in pairs}
        for clique in _cliques(looked, by_group):
            model.row([(column, 1) for column in clique], most=1)
    if situation.required and not situation.voluntary:
        _extent(model, situation.required, _tolerance(situation), pairs)
    _rights(model, situation, looked.ground, pairs)
    _blocks(model, situation, pairs)
    return Drawn(looked, columns)


def _cliques(looked: Looked, by_group: dict[str, int]) -> list[tuple[int, ...]]:
    """The sets that exclude each other, of the person's own candidates, none within another."""
    found = {
        tuple(sorted(by_group[group] for group in clique if group in by_group))
        for clique in looked.ground.cliques
    }
    kept: list[tuple[int, ...]] = []
    for clique in sorted(found, key=lambda one: (-len(one), one)):
        if len(clique) > 1 and not any(set(clique) <= set(larger) for larger in kept):
            kept.append(clique)
    return kept


def _extent(model: Model, required: int, tolerance: int, pairs: tuple[tuple[Candidate, int], ...]) -> None:
    """As near the required minutes as can be: over the whole time, and never above them in any week."""
    w = WEIGHTS
    average = [(column, candidate.ready.average) for candidate, column in pairs]
    model.row([*average, (model.amount(w.missing), 1)], least=required)
    model.row([*average, (model.amount(w.missing_half), 1)], least=required / 2)
    model.row([*((column, 1.0) for _, column in pairs), (model.amount(w.nothing, 1), 1)], least=1)
    over = model.amount(w.over, tolerance)
    for week in _weeks(pairs):
        model.row([*week, (over, -1)], most=required)


def _weeks(pairs: tuple[tuple[Candidate, int], ...]) -> Iterator[tuple[tuple[int, float], ...]]:
    """Minutes of each candidate in every week that differs from the others."""
    starts = sorted({block.period.first_day for candidate, _ in pairs for block in candidate.ready.blocks})
    weeks = {
        tuple(
            (column, float(minutes))
            for candidate, column in pairs
            if (minutes := sum(block.minutes for block in in_force(candidate.ready.blocks, day)))
        )
        for day in starts
    }
    yield from sorted(weeks)


def _rights(
    model: Model, situation: Situation, ground: Ground, pairs: tuple[tuple[Candidate, int], ...]
) -> None:
    """Sfi and civic orientation, which the law gives a right to."""
    norm = situation.norms.sfi_week
    if situation.needs_sfi and norm is not None:
        sfi = [
            (column, float(candidate.ready.minutes))
            for candidate, column in pairs
            if candidate.offer.activity.kind is ActivityKind.SFI
        ]
        model.row([*sfi, (model.amount(WEIGHTS.sfi), 1)], least=norm.value)
        # One whole course at a time; an evening or a course for a trade can stand beside it.
        whole = [(column, 1.0) for column, minutes in sfi if minutes >= norm.value]
        model.row(whole, most=1)
    asked = orientation_asked(situation, ground)
    if asked:
        given = [(column, float(candidate.covers)) for candidate, column in pairs if candidate.covers]
        model.row([*given, (model.amount(WEIGHTS.orientation), 1)], least=asked)


def _blocks(model: Model, situation: Situation, pairs: tuple[tuple[Candidate, int], ...]) -> None:
    """Each building block that is not whole, the weakest above all, is strengthened by something."""
    weakest = situation.weakest
    for block, level in sorted(situation.levels.items()):
        if level is None or level >= 3:
            continue
        giving = [
            (column, 1.0)
            for candidate, column in pairs
            if any(e.block is block and e.strengthens for e in candidate.offer.activity.effects)
        ]
        cost = WEIGHTS.weak if block in weakest else WEIGHTS.block
        model.row([*giving, (model.amount(cost, 1), 1)], least=1)


def _tolerance(situation: Situation) -> int:
    return situation.norms.tolerance.value if situation.norms.tolerance else 0
