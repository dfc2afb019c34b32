"""Plans: which groups a resident was given a place in, while there were seats and no clash."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.planning import Plan, PlanItem
from byggsten.simulate.residents import Story
from byggsten.simulate.terms import at, first_monday
from byggsten.simulate.wishes import FULL_WEEK, Wish, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.simulate.catalogue import Catalogue
    from byggsten.simulate.groups import Group
    from byggsten.simulate.milestones import Milestones
    from byggsten.simulate.residents import Resident

VERSION_WEEKS = 26
SHORTEST_WEEKS = 6
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


class Seats:
    """How many seats of each group are taken in each week."""

    def __init__(self, groups: Iterable[Group], until: date) -> None:
        self._first = first_monday(until)
        self._weeks = 104 + 60
        self._taken = {group.reference: [0] * self._weeks for group in groups}

    def take(self, group: Group, first: date, last: date) -> bool:
        """Take a seat for the whole period; without room in any week nothing is taken."""
        start, end = ((day - self._first).days // 7 for day in (first, last))
        weeks = range(max(0, start), min(self._weeks - 1, end) + 1)
        taken = self._taken[group.reference]
        if any(taken[week] >= group.seats for week in weeks):
            return False
        for week in weeks:
            taken[week] += 1
        return True


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


class Planner:
    """Gives places in groups, first come first served, as long as there are seats."""

    def __init__(self, groups: tuple[Group, ...], catalogue: Catalogue, seed: int, until: date) -> None:
        self.seats, self.seed, self.until = Seats(groups, until), seed, until
        self.places = catalogue.places
        self.by_activity: dict[str, list[Group]] = {}
        for group in groups:
            self.by_activity.setdefault(group.offer.activity.reference, []).append(group)

    def fill(self, stage: Stage) -> None:
        """Give the stage its items."""
        resident = stage.resident
        lot = Random(f"{self.seed}/plan/{resident.reference}/{stage.version}")
        target = FULL_WEEK * resident.capacity // 100 - lot.randrange(0, 200)
        busy: set[tuple[int, int]] = set()
        minutes = 0
        for wish in wishes(stage.resident, stage.steps, stage.period.first_day, lot):
            if minutes >= target - 60:
                break
            group = self._give(stage, wish, busy, FULL_WEEK * resident.capacity // 100 - minutes, lot)
            if group is not None:
                busy |= group.parts
                minutes += group.minutes

    def _give(
        self, stage: Stage, wish: Wish, busy: set[tuple[int, int]], room: int, lot: Random
    ) -> Group | None:
        first = max(stage.period.first_day, wish.first_day or stage.period.first_day)
        last = min(stage.last_day, wish.last_day or stage.last_day)
        if last < first:
            return None
        fitting = [
            group
            for activity in wish.activities
            for group in self._near(stage.resident, activity, lot)
            if group.minutes <= room + 30 and not group.parts & busy
        ]
        for group in fitting:
            if self.seats.take(group, first, last):
                # Now and then the place is offered only after the plan has begun.
                days = 14 if lot.random() < 0.015 and first < self.until else -lot.randrange(4, 20)
                stage.items.append(_item(group, Period(first, last), first + timedelta(days=days)))
                return group
        # The plan says it, yet the group is full: the person waits for a place that nobody has offered.
        if fitting and wish.needed and lot.random() < 0.35:
            stage.items.append(_item(fitting[0], Period(first, last), None))
            return fitting[0]
        return None

    def _near(self, resident: Resident, activity: str, lot: Random) -> list[Group]:
        home = self.places[resident.home]

        def distance(group: Group) -> float:
            place = self.places[group.place]
            apart = abs(place.latitude - home.latitude) * 2 + abs(place.longitude - home.longitude)
            island = 1.0 if place.ferry and not home.ferry and resident.story is not Story.FERRY else 0.0
            return apart + island + lot.random() * 0.15

        return sorted(self.by_activity.get(activity, ()), key=distance)


def _item(group: Group, period: Period, offered: date | None) -> PlanItem:
    return PlanItem(group.reference, group.offer.activity.reference, period, offered)


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
