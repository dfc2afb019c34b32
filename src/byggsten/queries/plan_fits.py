"""Which offers fit a draft as it stands, and of each that does not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_draft import Choice, Draft
from byggsten.domain.plan_findings import Finding, Severity, days, groups, swedish
from byggsten.domain.plan_findings.looking import look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.queries.plan_judging import Judged

# What one more group can do to a plan; what the plan as a whole lacks is another matter.
_LOOK_FOR = (
    groups.offered,
    groups.late_start,
    swedish.level,
    days.no_collision,
    days.time_to_travel,
    days.reach,
    days.care,
)


def hindrances(judged: Judged) -> Mapping[str, tuple[Finding, ...]]:
    """By group that is not chosen, what stands against adding it; empty when it fits."""
    draft, situation = judged.draft, judged.situation
    chosen = [offer for offer in judged.offers if offer.group in draft.groups]
    already = {(found.code, str(found.text)) for found in _found(draft, chosen, situation)}
    return {
        offer.group: tuple(
            found
            for found in _found(draft.with_choice(Choice(offer.group)), [*chosen, offer], situation)
            if (found.code, str(found.text)) not in already
        )
        for offer in judged.offers
        if offer.group not in draft.groups
    }


def _found(draft: Draft, offered: list[Offer], situation: Situation) -> tuple[Finding, ...]:
    view = look(draft, offered, situation, {})
    every = {(f.code, str(f.text)): f for finder in _LOOK_FOR for f in finder(view)}
    return tuple(found for found in every.values() if found.severity is not Severity.NOTE)
