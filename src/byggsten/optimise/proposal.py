"""A week proposed for one person: the best that the offers allow, in words; it is never adopted by itself."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Period
from byggsten.domain.plan_draft import Choice
from byggsten.domain.planning import ActivityKind
from byggsten.domain.week_grid import week_minutes
from byggsten.optimise.answers import Proposal
from byggsten.optimise.candidates import look
from byggsten.optimise.drawing import draw
from byggsten.optimise.ground import Ground
from byggsten.optimise.model import Model
from byggsten.optimise.obstacles import unmet
from byggsten.optimise.solving import kept, solved
from byggsten.optimise.words import reasons, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.optimise.candidates import Candidate, Looked

# How far ahead the hours are counted when the plan has no last day: half a year, as long as a school term.
AHEAD = timedelta(weeks=26)
_KINDS = tuple(ActivityKind)
# Seconds that a caseworker may be kept waiting for the choice itself.
LIMIT = 5.0


def propose(
    situation: Situation, offers: Iterable[Offer], first_day: date, *, last_day: date | None = None
) -> Proposal:
    """The groups that come nearest to what is required and strengthen the weakest blocks.

    The same input always gives the same answer.
    ``last_day``: the plan's; without one the next half-year is looked at.
    """
    ground = ground_of(situation, offers, first_day, last_day)
    looked = look(situation, ground)
    model = Model()
    drawn = draw(model, looked)
    solution = solved(model, [drawn], limit=LIMIT, gap=0.0)
    return told(looked, kept(drawn, solution), gap=solution.gap, seconds=solution.seconds)


def ground_of(
    situation: Situation, offers: Iterable[Offer], first_day: date, last_day: date | None
) -> Ground:
    """The offers made ready for the plan's days."""
    return Ground(offers, Period(first_day, last_day or first_day + AHEAD), situation.travel)


def told(looked: Looked, chosen: tuple[Candidate, ...], *, gap: float, seconds: float) -> Proposal:
    """The choice with its reasons, and what it does not reach."""
    situation, ground = looked.situation, looked.ground
    chosen = tuple(sorted(chosen, key=_first_things_first))
    why = {one.offer.group: reasons(one, situation, ground) for one in chosen}
    blocks = [block for one in chosen for block in one.ready.blocks]
    return Proposal(
        chosen=tuple(_choice(one, ground, sentence(one, why[one.offer.group])) for one in chosen),
        why=MappingProxyType(why),
        unmet=unmet(looked, chosen),
        minutes=Minutes(week_minutes(blocks)),
        required=situation.required,
        gap=gap,
        seconds=seconds,
    )


def _first_things_first(candidate: Candidate) -> tuple[int, int, str]:
    """Sfi, then work, and so on; within a kind the longest week first."""
    offer = candidate.offer
    return (_KINDS.index(offer.activity.kind), -candidate.ready.minutes, offer.group)


def _choice(candidate: Candidate, ground: Ground, why: str) -> Choice:
    """The place in the group from the day that it begins; without days it lasts as long as the plan."""
    first = candidate.offer.period.first_day
    last = candidate.offer.period.last_day
    return Choice(
        candidate.offer.group,
        None if first <= ground.period.first_day else first,
        None if last == ground.period.last_day else last,
        why,
    )
