"""Make a plan of a draft: once, whole, and only when nothing stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.plan_drafts import StaleDraft, end_draft, seen
from byggsten.actions.planning import save_plan
from byggsten.actions.session_making import make_sessions
from byggsten.domain import planning as domain
from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Parts
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.plan_judging import judge
from byggsten.queries.plan_proposal import proposal_for, reachable
from byggsten.records.models import Event, Plan

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.plan_draft import Choice, Draft
    from byggsten.queries.plan_judging import Judged

ADOPTED = "plan.adopted"
LONGEST_TITLE = 200


class UnfinishedPlan(Refusal):
    """Something must be put right before the draft can become a plan; ``texts`` has all of it."""

    def __init__(self, texts: tuple[Text, ...]) -> None:
        self.texts = texts
        super().__init__(
            Text(
                N_("Planen kan inte antas än. Det som måste rättas: %(what)s"),
                {"what": " ".join(str(text) for text in texts)},
            )
        )


@transaction.atomic
def adopt_draft(*, person: str, stamp: int, by: Actor, at: datetime) -> str:
    """Make the draft the person's next plan and return its reference; the same form sent twice makes one.

    It takes over from the plan that the draft was begun from.  Every place is offered from today.
    Raises StaleDraft, UnfinishedPlan, OverlappingPlans, NothingHere, NotInYourRole.
    """
    try:
        row, kept = seen(person, stamp, by)
    except StaleDraft as stale:
        adopted = _adopted(person, stamp, by)
        if stale.theirs is None and adopted:
            return adopted
        raise
    draft = kept.draft
    if row is None or draft is None or draft.period is None:
        raise UnfinishedPlan((Text(N_("Utkastet är tomt. Skriv planen först.")),))
    judged = judge(by, person, draft)
    if judged.stops:
        raise UnfinishedPlan(tuple(found.text for found in judged.stops))
    plan = _made(person, judged, draft.period, _still_there(row.supersedes), by=by, at=at)
    end_draft(row, by=by, at=at)
    diary.write(ADOPTED, person=person, by=by.username, at=at, plan=plan, stamp=stamp)
    return plan


def _made(person: str, judged: Judged, period: Period, supersedes: str, *, by: Actor, at: datetime) -> str:
    """Write the plan and the sessions of its groups, and return its reference."""
    draft = judged.draft
    plan = save_plan(
        person=person,
        period=period,
        items=_items(draft, period, judged, by.on),
        by=by,
        at=at,
        goal=next((goal.words for goal in draft.goals if goal.words), "")[:LONGEST_TITLE],
        supersedes=supersedes,
        parts=Parts(
            draft.goals,
            draft.promises,
            judged.extent(reachable(judged, proposal_for(judged))),
            {choice.group: choice.why for choice in draft.choices},
        ),
    )
    # What the plan asks for can be seen in the week at once, and is announced today.
    make_sessions(draft.groups, period, announced_on=by.on, by=by.username, at=at)
    return plan


def _items(draft: Draft, period: Period, judged: Judged, today: date) -> tuple[domain.PlanItem, ...]:
    activity = {offer.group: offer.activity.reference for offer in judged.offers}
    return tuple(
        domain.PlanItem(
            choice.group,
            activity[choice.group],
            _within(choice, period),
            today,
        )
        for choice in draft.choices
    )


def _within(choice: Choice, period: Period) -> Period:
    """The days of a choice, within those of the plan; the findings have seen that there are any."""
    ends = [day for day in (choice.last_day, period.last_day) if day is not None]
    return Period(max(choice.first_day or period.first_day, period.first_day), min(ends, default=None))


def _adopted(person: str, stamp: int, by: Actor) -> str:
    """The plan that the same user made of the form; stamps of a person are never used again.

    The first click may have saved what was typed, which takes a stamp of its own.
    """
    same = Event.objects.filter(code=ADOPTED, person=person, actor=by.username)
    made = same.filter(facts__stamp__in=[stamp, stamp + 1]).first()
    return str(made.facts["plan"]) if made else ""


def _still_there(reference: str) -> str:
    return reference if Plan.objects.filter(reference=reference, withdrawn_at__isnull=True).exists() else ""
