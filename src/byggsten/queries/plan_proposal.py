"""What could be offered: a proposal for one person, and the hours that can be reached at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.optimise.proposal import propose
from byggsten.queries.plan_judging import YEAR

if TYPE_CHECKING:
    from byggsten.optimise.answers import Proposal
    from byggsten.queries.plan_judging import Judged


def proposal_for(judged: Judged) -> Proposal:
    """A week proposed from scratch for the days of the draft, whatever the draft has chosen."""
    first_day = judged.situation.first_day
    last_day = judged.draft.period.last_day if judged.draft.period else first_day + YEAR
    return propose(judged.situation, judged.offers, first_day, last_day=last_day)


def reachable(judged: Judged, proposal: Proposal) -> int:
    """Minutes a week that can be offered: what the proposal found, or the draft itself when it can stand."""
    return max(proposal.minutes, 0 if judged.stops else judged.chosen)
