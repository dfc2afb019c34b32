"""Puts a plan into words, in Swedish and in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from byggsten.domain.confirming import Confirmation, is_offer, standing
from byggsten.domain.planning import GoalKind, Party, Signatory, Stance
from byggsten.queries.plan_sheet import ActivityLine, GoalLine, PartyLine, Sheet, StanceLine
from byggsten.queries.plan_times import days_of, times_of
from byggsten.wording import LANGUAGES, SWEDISH, as_it_is, in_both, said
from byggsten.wording import sentences as s

if TYPE_CHECKING:
    from byggsten.domain import confirming
    from byggsten.domain.plan_draft import Goal
    from byggsten.queries.plan_document import PlanDocument
    from byggsten.queries.plan_week import WeekLine
    from byggsten.wording import Said

APPLIES = (s.REPORT_ABSENCE, s.CONSEQUENCE, s.HEARD_FIRST, s.APPEAL, s.BOUND_WHEN_BOTH)
OFFERED = (s.OFFER,)
ASKS = (s.ASK_CHANGE, s.ASK_INTERPRETER, s.ASK_DISAGREE)


def plan_sheet(plan: PlanDocument, language: str) -> Sheet:
    """The plan in words; a language that we have no words in gives Swedish."""
    chosen = LANGUAGES.get(language, SWEDISH)
    code = chosen.code
    offer = _offer(plan)
    return Sheet(
        language=code,
        direction=chosen.direction,
        offer=offer,
        name=plan.person.name or plan.person.reference,
        holds=days_of(plan.period, code),
        note=None if code == SWEDISH.code else said(s.NOT_REVIEWED, code),
        goals=tuple(_goal(goal, code) for goal in plan.goals),
        hours=_hours(plan, code),
        week=tuple(_activity(line, plan, code) for line in plan.week),
        parties=_parties(plan, code),
        applies=tuple(said(one, code) for one in (OFFERED if offer else APPLIES)),
        asks=tuple(said(one, code) for one in ASKS),
        caseworker=as_it_is(plan.caseworker) if plan.caseworker else said(s.NO_CASEWORKER, code),
        status=_status(plan, code),
        stances=_stances(plan, code),
        signatures=tuple(said(s.SIGNATORIES[one], code) for one in (plan.signatory, Signatory.CASEWORKER)),
        document=plan,
    )


def _offer(plan: PlanDocument) -> bool:
    return is_offer(plan.reason, plan.signatory)


def _goal(goal: Goal, code: str) -> GoalLine:
    due = said(s.BEFORE, code, day=goal.due) if goal.due else None
    own = goal.kind is GoalKind.SELF_SUPPORT and not goal.words
    return GoalLine(said(s.SELF_SUPPORT if own else s.GOALS[goal.kind], code), goal.words, due)


def _activity(line: WeekLine, plan: PlanDocument, code: str) -> ActivityLine:
    return ActivityLine(
        activity=line.activity,
        place=line.place,
        blocks=tuple(said(s.BLOCKS[block], code) for block in line.blocks),
        times=times_of(line.week(), code),
        hours=in_both(SWEDISH.hours(line.minutes), LANGUAGES[code].hours(line.minutes), code),
        days=days_of(line.period, code) if line.period != plan.period else None,
        why=line.why,
    )


def _hours(plan: PlanDocument, code: str) -> tuple[Said, ...]:
    found = [said(s.HOURS_IN_WEEK, code, minutes=plan.chosen)]
    if _offer(plan):
        return (*found, said(s.NO_HOURS, code))
    if plan.required:
        found.append(said(s.REQUIRED_IN_WEEK, code, minutes=plan.required))
    if plan.reason in s.REASONS:
        found.append(said(s.REASONS[plan.reason], code))
    # Hours within reach that were not chosen are another matter than hours that nobody could offer.
    lacking = (plan.required or 0) - max(plan.reachable, plan.chosen)
    if lacking > 0:
        found.append(said(s.NOT_OFFERED, code, minutes=lacking))
    return tuple(found)


def _parties(plan: PlanDocument, code: str) -> tuple[PartyLine, ...]:
    """Who does what; the municipality always does something, and the person where something is asked."""
    found: dict[Party, list[Said]] = {
        Party.PERSON: [] if _offer(plan) else [said(s.PERSON_DOES, code)],
        Party.MUNICIPALITY: [said(s.MUNICIPALITY_DOES, code)],
    }
    for promise in plan.promises:
        due = f" {said(s.BEFORE, SWEDISH.code, day=promise.due).text}" if promise.due else ""
        found.setdefault(promise.party, []).append(as_it_is(promise.words + due))
    return tuple(
        PartyLine(said(s.PARTIES[party], code), tuple(does)) for party, does in found.items() if does
    )


def _status(plan: PlanDocument, code: str) -> Said:
    if plan.confirmed_on is None:
        return said(s.NOT_CONFIRMED, code)
    told = s.OFFER_AGREED if _offer(plan) else s.CONFIRMED
    if standing(plan.stances, plan.signatory, "", plan.confirmed_on) is Confirmation.CONFIRMED_ELSEWHERE:
        told = s.CONFIRMED_ELSEWHERE
    return said(told, code, day=plan.confirmed_on)


def _stances(plan: PlanDocument, code: str) -> tuple[StanceLine, ...]:
    """The latest of each party, and every no that stood until another day.

    A wrong click is put right the same day, and is not printed.
    """
    latest = {one.party: one for one in plan.stances}
    days = {one.party: timezone.localtime(one.at).date() for one in latest.values()}
    return tuple(
        _stance(one, plan, code)
        for one in plan.stances
        if one is latest[one.party]
        or (one.stance is Stance.DISAGREES and timezone.localtime(one.at).date() < days[one.party])
    )


def everything_said(plan: PlanDocument, code: str) -> tuple[StanceLine, ...]:
    """Every answer there has been, the first first."""
    return tuple(_stance(one, plan, code) for one in plan.stances)


def _stance(one: confirming.Said, plan: PlanDocument, code: str) -> StanceLine:
    signed = one.party is Signatory.CASEWORKER and one.stance is Stance.AGREES
    names = {
        Signatory.PERSON: plan.person.name,
        Signatory.GUARDIAN: plan.guardian,
        Signatory.CASEWORKER: one.by,
    }
    day = timezone.localtime(one.at).date()
    return StanceLine(
        who=said(s.SIGNATORIES[one.party], code),
        name=names[one.party],
        stance=said(s.COUNTERSIGNED if signed else s.SAID[one.stance], code),
        day=in_both(SWEDISH.day(day), LANGUAGES[code].day(day), code),
        words=one.words,
    )
