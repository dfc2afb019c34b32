"""A proposal beside the draft, in words: what, why, and which hours cannot be offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.web.caseworker.planner.cards import card
from byggsten.web.caseworker.planner.form import carried
from byggsten.web.caseworker.planner.words import told

if TYPE_CHECKING:
    from byggsten.optimise.answers import Proposal
    from byggsten.queries.plan_judging import Judged
    from byggsten.web.caseworker.planner.cards import Card


@dataclass(frozen=True, slots=True)
class Suggested:
    """One group of the proposal, with the reasons in words; ``there``: the draft has it already."""

    card: Card
    why: tuple[str, ...]
    there: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The proposal; ``carried`` is how the form sends it back."""

    groups: tuple[Suggested, ...]
    unmet: tuple[str, ...]
    minutes: int
    required: int | None
    exact: bool
    carried: str
    same: bool


def proposed(proposal: Proposal, judged: Judged) -> Shown:
    """The proposal as it is shown."""
    by_group = {offer.group: offer for offer in judged.offers}
    groups = tuple(
        Suggested(
            card(by_group[choice.group], (), judged),
            tuple(told(text) for text in proposal.why.get(choice.group, ())),
            choice.group in judged.draft.groups,
        )
        for choice in proposal.chosen
        if choice.group in by_group
    )
    return Shown(
        groups,
        tuple(told(one.text) for one in proposal.unmet),
        proposal.minutes,
        proposal.required,
        proposal.gap == 0,
        carried(proposal.chosen),
        {choice.group for choice in proposal.chosen} == judged.draft.groups,
    )
