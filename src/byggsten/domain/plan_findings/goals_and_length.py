"""Findings about the plan as a whole: its goals, its length, other plans, and whether it is an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import HOUSE, STRATEGY_DUTY
from byggsten.domain.planning import GoalKind
from byggsten.domain.rules.calendar import months_after
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings.looking import View

CHILD = N_("Princip: ett barn är aldrig skyldigt något")
EXTENT = N_("Regeln om omfattning")


def goals(view: View) -> Iterator[Finding]:
    """Supporting oneself comes first."""
    kinds = [goal.kind for goal in view.draft.goals]
    grave = Severity.NOTE if view.situation.voluntary else Severity.WARN
    if not kinds:
        text = N_("Planen har inget mål. Skriv vad den ska leda till, med egen försörjning först.")
        yield Finding("no_goal", grave, Text(text), STRATEGY_DUTY, ("goals",))
    elif kinds[0] is not GoalKind.SELF_SUPPORT:
        text = N_("Egen försörjning står inte först bland målen. Sätt det först, eller säg varför inte.")
        yield Finding("self_support_not_first", grave, Text(text), STRATEGY_DUTY, ("goals",))


def length(view: View) -> Iterator[Finding]:
    """A plan has an end, and is followed up before it has gone on for long."""
    period, norm = view.draft.period, view.situation.norms.plan_months
    if period is None:
        text = N_("Planen har ingen första dag. Välj från och med vilken dag den gäller.")
        yield Finding("no_period", Severity.STOP, Text(text), HOUSE, ("period",))
        return
    if period.last_day is None:
        text = N_("Planen har ingen sista dag. Sätt en, så att den följs upp.")
        yield Finding("no_end", Severity.WARN, Text(text), STRATEGY_DUTY, ("period",))
    elif norm is not None and period.last_day.toordinal() > months_after(
        period.first_day.toordinal(), norm.value
    ):
        text = N_("Planen är längre än %(months)s månader. Korta den, eller boka ett uppföljningsmöte.")
        yield Finding("too_long", Severity.WARN, Text(text, {"months": norm.value}), norm.source, ("period",))


def other_plans(view: View) -> Iterator[Finding]:
    """A new version takes over from one plan; two that remain cannot hold at once."""
    others = sorted(
        (plan for plan in view.situation.plans if plan.period.overlaps(view.period)),
        key=lambda plan: (plan.period.first_day, plan.reference),
    )
    names = tuple(plan.reference for plan in others)
    if len(others) == 1:
        first = others[0].period.first_day
        text = N_("En annan plan gäller från %(day)s. Den avslutas när den här antas.")
        yield Finding("replaces_plan", Severity.NOTE, Text(text, {"day": first}), HOUSE, names)
    elif others:
        text = N_(
            "%(count)s andra planer gäller under samma tid. Bara en kan ersättas: avsluta de andra först."
        )
        yield Finding("two_plans", Severity.STOP, Text(text, {"count": len(others)}), HOUSE, names)


def offer_only(view: View) -> Iterator[Finding]:
    """Nothing is required of a child, or of somebody without duty: every hour is an offer."""
    situation = view.situation
    if not situation.voluntary:
        return
    text = N_("Inget kan krävas: %(why)s Planen är ett erbjudande och frånvaro får inga följder.")
    source = CHILD if situation.extent == "minor" else situation.extent_source or EXTENT
    why = situation.extent_words or N_("Personen har ingen integrationsplikt.")
    yield Finding("voluntary", Severity.NOTE, Text(text, {"why": why}), source, ("extent",))
