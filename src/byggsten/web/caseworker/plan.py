"""A person's plan as it stands: the goal, the activities and why each is there, and earlier versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext

from byggsten.access.roles import May
from byggsten.queries.building_blocks import NAMES
from byggsten.queries.extent_words import extent_reasons
from byggsten.queries.judging import case_without_sessions
from byggsten.queries.plan_versions import versions_of
from byggsten.web.caseworker.person import current_plan
from byggsten.web.caseworker.planner.words import GOALS, PARTIES
from byggsten.web.desk import reads, shows
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse

    from byggsten.domain.case import Case
    from byggsten.domain.plan_draft import Promise
    from byggsten.domain.planning import Plan, PlanItem
    from byggsten.queries.plan_versions import Version
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
    why: str


@reads(May.SEE_PERSON)
def plan(request: StaffRequest, reference: str) -> HttpResponse:
    """The plan that holds today, or else the next or the last one."""
    case = case_without_sessions(request.actor, reference)
    versions = versions_of(request.actor, reference)
    shows(request, [reference], purpose="casework")
    shown = current_plan(case.plans, request.today)
    said = next((one for one in versions.every if shown and one.reference == shown.reference), None)
    return render(request, "caseworker/plan.html", {
        "person": case.person,
        "plan": shown,
        "holds": shown is not None and request.today in shown.period,
        "lines": _lines(case, shown, _why(said)) if shown else (),
        "said": said,
        "goals": tuple((GOALS[goal.kind], goal) for goal in said.draft.goals) if said else (),
        "promises": _by_party(said) if said else (),
        "reason": _reason(said, request.language),
        "versions": versions.every,
        "first_version": min((one.number for one in versions.every), default=0),
        "may_plan": request.actor.has(May.PLAN),
    })  # fmt: skip


def _why(said: Version | None) -> Mapping[str, str]:
    return {choice.group: choice.why for choice in said.draft.choices} if said else {}


def _reason(said: Version | None, language: str) -> str:
    """Why so many hours are asked, in the words of the rule; "" where it was not noted."""
    return extent_reasons(language).get(said.extent.reason, "") if said and said.extent else ""


def _by_party(said: Version) -> tuple[tuple[object, tuple[Promise, ...]], ...]:
    """The promises by who makes them, in the order of the parties."""
    found = (
        (name, tuple(one for one in said.draft.promises if one.party is party))
        for party, name in PARTIES.items()
    )
    return tuple((name, promises) for name, promises in found if promises)


def _lines(case: Case, plan: Plan, why: Mapping[str, str]) -> tuple[Line, ...]:
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
                why.get(item.group, ""),
            )
        )
    return tuple(found)
