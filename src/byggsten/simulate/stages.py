"""The versions of a resident's plan over time, and each as a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.planning import Plan, PlanItem
from byggsten.simulate.residents import Story
from byggsten.simulate.terms import at, first_monday

if TYPE_CHECKING:
    from byggsten.simulate.milestones import Milestones
    from byggsten.simulate.residents import Resident

VERSION_WEEKS, SHORTEST_WEEKS = 26, 6
GOALS = {
    "work": "Försörja mig själv genom arbete senast {year}.",
    "study": "Klara sfi kurs D och börja en yrkesutbildning {year}.",
    "begin": "Läsa och skriva svenska i vardagen och prova ett arbete före {year}.",
    "adapted": "Delta efter förmåga, med stöd av vården, och följa upp planen varje kvartal.",
}


@dataclass(slots=True)
class Stage:
    """A stretch of time with one version of the plan."""

    resident: Resident
    steps: Milestones
    version: int
    period: Period
    last_day: date
    items: list[PlanItem] = field(default_factory=list)


def stages(resident: Resident, steps: Milestones, seed: int, until: date) -> list[Stage]:
    """The versions of the plan in order; those before the two years are told as one."""
    if steps.planned is None or steps.planned > until or resident.age(steps.planned) < 16:
        return []
    lot = Random(f"{seed}/stages/{resident.reference}")
    end = _end(resident, lot, until)
    cuts = _cuts(steps, end, first_monday(until))
    found = []
    for version, (first, following) in enumerate(zip(cuts, [*cuts[1:], None], strict=True), 1):
        last = end if following is None else following - timedelta(days=1)
        if first <= last:
            found.append(Stage(resident, steps, version, Period(first, last), last))
    return found


def _end(resident: Resident, lot: Random, until: date) -> date:
    if resident.leaves is not None:
        return resident.leaves
    if resident.story is Story.PLAN_RAN_OUT:
        return until - timedelta(days=lot.randrange(14, 50))
    return until + timedelta(days=lot.randrange(30, 200))


def _cuts(steps: Milestones, end: date, window: date) -> list[date]:
    """The first days of the versions: when a course begins, and at least twice a year."""
    first = steps.planned
    assert first is not None  # noqa: S101 - the caller has asked
    wanted = sorted(day for _, day in steps.courses if first < day < end)
    if steps.sfi_ended and first < steps.sfi_ended < end:
        wanted.append(steps.sfi_ended)
    cuts = [first]
    for day in [*wanted, end]:
        while (day - cuts[-1]).days > (VERSION_WEEKS + SHORTEST_WEEKS) * 7:
            cuts.append(cuts[-1] + timedelta(weeks=VERSION_WEEKS))
        if day is not end and (day - cuts[-1]).days >= SHORTEST_WEEKS * 7:
            cuts.append(day)
    before = [day for day in cuts if day <= window]
    return cuts if len(before) < 3 else [before[0], before[-1], *[day for day in cuts if day > window]]


def as_plan(stage: Stage, seed: int, until: date) -> Plan | None:
    """The stage as a plan, unless it has not been written yet."""
    resident, first = stage.resident, stage.period.first_day
    lot = Random(f"{seed}/signed/{resident.reference}/{stage.version}")
    written = first - timedelta(days=lot.randrange(3, 12))
    if written > until:
        return None
    confirmed: date | None = min(written + timedelta(days=lot.randrange(0, 4)), until)
    current = first <= until <= stage.last_day
    if (current and resident.story is Story.UNCONFIRMED) or lot.random() < 0.006:
        confirmed = None
    return Plan(
        f"{resident.reference}-plan-{stage.version}",
        stage.version,
        stage.period,
        tuple(stage.items),
        _goal(stage),
        confirmed,
        "Samtal mellan deltagare och handläggare",
        at(written, 10),
    )


def _goal(stage: Stage) -> str:
    resident, year = stage.resident, stage.period.first_day.year
    if resident.capacity < 100:
        return GOALS["adapted"]
    if stage.steps.sfi_ended and stage.steps.sfi_ended <= stage.period.first_day:
        return GOALS["work"].format(year=year + 1)
    return GOALS["begin" if resident.schooling <= 6 else "study"].format(year=year + 2)
