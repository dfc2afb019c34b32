"""The rows of what a plan says besides its activities: goals, promises and the extent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.records.models import PlanExtent, PlanGoal, PlanPromise

if TYPE_CHECKING:
    from byggsten.domain.plan_draft import Parts
    from byggsten.records.models import Plan


def record_parts(plan: Plan, parts: Parts) -> None:
    """Save the parts of a new version, in their order."""
    PlanGoal.objects.bulk_create(
        PlanGoal(plan=plan, position=n, kind=goal.kind.value, words=goal.words, due=goal.due)
        for n, goal in enumerate(parts.goals)
    )
    PlanPromise.objects.bulk_create(
        PlanPromise(plan=plan, position=n, party=one.party.value, words=one.words, due=one.due)
        for n, one in enumerate(parts.promises)
    )
    extent = parts.extent
    if extent is not None:
        PlanExtent.objects.create(
            plan=plan,
            required=extent.required,
            reachable=extent.reachable,
            chosen=extent.chosen,
            reason=extent.reason,
            evidence=extent.evidence,
            rules_version=extent.rules_version,
        )
