"""From a person's case and the rules to the situation that findings and proposals read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.competence import Topic
from byggsten.domain.dates import Period
from byggsten.domain.facts import person_facts
from byggsten.domain.plan_findings import OtherPlan, Situation
from byggsten.domain.requirement import REQUIRED
from byggsten.domain.week_grid import Window
from byggsten.optimise.norms import norms_on, travel_on
from byggsten.optimise.orientation import ORIENTATION_CLOCKS, ORIENTATION_RIGHT, orientation_left
from byggsten.optimise.sfi import SFI_EXTENSION, SFI_RIGHT, needs_sfi, sfi_ended

if TYPE_CHECKING:
    from byggsten.domain.case import Case
    from byggsten.domain.competence_estimate import Profile
    from byggsten.domain.duty import Rules
    from byggsten.domain.organisations import Place
    from byggsten.domain.planning import Plan, PlanItem
    from byggsten.domain.rules import Rulebook, Step
    from byggsten.domain.week_grid import Block

EXTENT = "omfattning"
_ASKED = (EXTENT, REQUIRED, SFI_RIGHT, SFI_EXTENSION, ORIENTATION_RIGHT, *ORIENTATION_CLOCKS)
_A_WHOLE_WEEK = 5


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the person besides the case.

    ``busy``: blocks by plan; those of the plan that the new one replaces are left out.
    """

    home: Place | None = None
    profile: Profile | None = None
    busy: tuple[tuple[str, Block], ...] = ()


def situated(case: Case, rules: Rules, first_day: date, around: Around) -> Situation:
    """The person's situation as the rules see it on the first day of a plan, for a week without holidays."""
    book, profile = rules.duty, around.profile
    values = {**person_facts(case, first_day, book).values, "arbetsdagar": _A_WHOLE_WEEK}
    steps = book.explain(first_day, values, _ASKED)
    extent, sfi, (replaced, others) = steps[EXTENT], values.get("behöver_sfi"), _plans(case, first_day)
    remaining = {plan.reference for plan in others} - {replaced.reference if replaced else ""}
    return Situation(
        reference=case.person.reference,
        first_day=first_day,
        required=steps[REQUIRED].value,
        extent=_code(book, extent),
        extent_words="" if extent.unknown else extent.text(),
        extent_source="; ".join(extent.sources),
        ask=tuple(dict.fromkeys((*extent.missing, *steps[REQUIRED].missing))),
        home=around.home,
        needs_care=_needs_care(values.get("barn_under_8"), profile),
        care=_care(profile),
        swedish=profile.swedish if profile else None,
        needs_sfi=needs_sfi(sfi, steps[SFI_RIGHT], profile),
        sfi_ended=sfi_ended(sfi, steps, profile),
        orientation=orientation_left(steps, values, book, first_day),
        levels=profile.levels if profile else {},
        wishes=profile.wishes if profile else (),
        languages=_languages(case.person.language, profile),
        busy=tuple(block for plan, block in around.busy if plan in remaining),
        plans=tuple(OtherPlan(plan.reference, plan.period) for plan in others),
        held_groups=frozenset(item.group for item in _held(replaced, first_day)),
        norms=norms_on(book, first_day),
        travel=travel_on(book, first_day),
    )


def _plans(case: Case, first_day: date) -> tuple[Plan | None, tuple[Plan, ...]]:
    """The plan that the new one replaces, and all that hold some day from the first day on."""
    ahead = [plan for plan in case.plans if plan.period.overlaps(Period(first_day))]
    ahead.sort(key=lambda plan: (plan.period.first_day, plan.reference))
    return (ahead[0] if ahead else None), tuple(ahead)


def _held(replaced: Plan | None, first_day: date) -> tuple[PlanItem, ...]:
    """Places that the person has been offered and still has on the first day."""
    items = replaced.items if replaced else ()
    return tuple(item for item in items if item.offered_on and item.period.overlaps(Period(first_day)))


def _code(book: Rulebook, step: Step) -> str:
    """The stored word of the outcome, "" when it is unknown."""
    outcomes = {one.name: one.code for one in book.rules[step.rule].outcomes}
    return "" if step.unknown else outcomes[step.outcome]


def _needs_care(children: object, profile: Profile | None) -> bool | None:
    """Whether the care of children must be thought of; no small children, or somebody has said no: False."""
    if not isinstance(children, int):
        return None
    asked = profile is not None and Topic.CHILD_CARE not in profile.unknown
    return children > 0 and not (asked and profile is not None and profile.care is None)


def _care(profile: Profile | None) -> tuple[Window, ...] | None:
    if profile is None or profile.care is None:
        return None
    return tuple(Window(weekday, start, end) for weekday, (start, end) in sorted(profile.care.items()))


def _languages(registered: str, profile: Profile | None) -> tuple[str, ...]:
    """The language that is registered, and those that the person speaks well by the mapping."""
    spoken = (registered, *(profile.languages if profile else ()))
    return tuple(dict.fromkeys(code for code in spoken if code))
