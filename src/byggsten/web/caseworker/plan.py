"""A person's plan as it stands: the goal, the activities and why each is there, and earlier versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext

from byggsten.access.roles import May
from byggsten.queries.building_blocks import NAMES
from byggsten.queries.judging import case_without_sessions
from byggsten.web.caseworker.person import current_plan
from byggsten.web.caseworker.words import KINDS
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.domain.case import Case
    from byggsten.domain.planning import Plan, PlanItem
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Motive:
    """What an activity does to a building block, in words."""

    block: str
    strengthens: bool
    mechanism: str


@dataclass(frozen=True, slots=True)
class Line:
    """An activity of the plan, with why it is there and what is given up for it."""

    item: PlanItem
    name: str
    provider: str
    kind: str
    colour: str
    motives: tuple[Motive, ...]
    forgone: str


@reads(May.SEE_PERSON)
def plan(request: StaffRequest, reference: str) -> HttpResponse:
    """The plan that holds today, or else the next or the last one."""
    case = case_without_sessions(request.actor, reference)
    shows(request, [reference], purpose="casework")
    shown = current_plan(case.plans, request.today)
    newest_first = sorted(case.plans, key=lambda plan: plan.period.first_day, reverse=True)
    return render(request, "caseworker/plan.html", {
        "person": case.person,
        "plan": shown,
        "holds": shown is not None and request.today in shown.period,
        "lines": _lines(case, shown) if shown else (),
        "versions": [one for one in newest_first if one is not shown],
    })  # fmt: skip


def _lines(case: Case, plan: Plan) -> tuple[Line, ...]:
    found = []
    for item in plan.items:
        activity = case.activities.get(item.activity)
        colour, kind = KINDS[activity.kind] if activity else ("neutral", "")
        motives = tuple(
            Motive(gettext(NAMES[effect.block]), effect.strengthens, effect.mechanism)
            for effect in (activity.effects if activity else ())
        )
        found.append(
            Line(
                item,
                activity.name if activity else item.activity,
                activity.provider if activity else "",
                str(kind),
                colour,
                motives,
                activity.forgone_benefit if activity else "",
            )
        )
    return tuple(found)
