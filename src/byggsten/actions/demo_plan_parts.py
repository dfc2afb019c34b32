"""What the plans of a made-up municipality lead to, and what each party is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.planning import GoalKind, Party
from byggsten.records.models import Plan, PlanGoal, PlanPromise

if TYPE_CHECKING:
    from byggsten.simulate.whole import Municipality

SELF_SUPPORT = "Leva på egen lön."
PROMISES = (
    (Party.PERSON, "Är med på aktiviteterna i planen och anmäler frånvaro samma dag."),
    (Party.MUNICIPALITY, "Erbjuder tiderna i planen och följer upp den tillsammans med dig."),
    (Party.EMPLOYMENT_SERVICE, "Går igenom vilka jobb som passar dig."),
)


def record_plan_parts(made: Municipality) -> None:
    """The first goal is to support oneself, the second what the person said."""
    said = {plan.reference: plan.goal for life in made.lives for plan in life.plans}
    ids = list(Plan.objects.filter(reference__in=said).values_list("pk", "reference"))
    goals, promises = [], []
    for pk, reference in ids:
        goals.append(PlanGoal(plan_id=pk, position=1, kind=GoalKind.SELF_SUPPORT.value, words=SELF_SUPPORT))
        goals.append(PlanGoal(plan_id=pk, position=2, kind=_kind(said[reference]), words=said[reference]))
        promises += [
            PlanPromise(plan_id=pk, position=position, party=party.value, words=words)
            for position, (party, words) in enumerate(PROMISES, 1)
        ]
    PlanGoal.objects.bulk_create(goals, batch_size=500)
    PlanPromise.objects.bulk_create(promises, batch_size=500)


def _kind(words: str) -> str:
    studies = any(word in words.lower() for word in ("sfi", "utbildning", "läsa"))
    return (GoalKind.STUDIES if studies else GoalKind.WORK).value
