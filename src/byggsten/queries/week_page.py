"""A person's week, settled and judged when it is asked for, whether it has been stored or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.queries.judging import case_for, weeks_of
from byggsten.queries.rules import rules_here

if TYPE_CHECKING:
    from byggsten.access.actors import Actor
    from byggsten.domain.dates import Week
    from byggsten.domain.duty import WeekAssessment


def week_page(actor: Actor, reference: str, week: Week) -> WeekAssessment:
    """The week with its hours, ledger and rules.

    Raises NothingHere, NotInYourRole; RulebookError when the rules did not hold then.
    """
    case = case_for(actor, reference, (week,))
    return weeks_of(case, (week,), rules_here(), actor.on)[week]
