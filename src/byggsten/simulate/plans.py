"""Which groups a resident was given a place in, while there were seats and no clash."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.planning import PlanItem
from byggsten.simulate.residents import Story
from byggsten.simulate.terms import WEEKS, first_monday
from byggsten.simulate.wishes import FULL_WEEK, Wish, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.simulate.catalogue import Catalogue
    from byggsten.simulate.groups import Group
    from byggsten.simulate.residents import Resident
    from byggsten.simulate.stages import Stage

# Plans may run more than half a year beyond the end.
WEEKS_BEYOND = 60


class Seats:
    """How many seats of each group are taken in each week."""

    def __init__(self, groups: Iterable[Group], until: date) -> None:
        self._first = first_monday(until)
        self._weeks = WEEKS + WEEKS_BEYOND
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
