"""The sessions of a group, day by day: held, cancelled or out of reach, and when the register was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.attendance import Witness
from byggsten.domain.dates import Minutes
from byggsten.domain.planning import Canceller, Session
from byggsten.simulate.groups import Habit
from byggsten.simulate.staff import EVA
from byggsten.simulate.terms import WEEKS_AHEAD, at, days_between, ferry_rests, first_monday, is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.simulate.catalogue import Catalogue, Slot
    from byggsten.simulate.groups import Group

# Longer than the weeks ahead, so that all that is planned has been announced.
ANNOUNCED_DAYS = 24
# The chance that a register is never kept, and the most days that it takes, by habit.
NEVER = {Habit.PROMPT: 0.008, Habit.SLOW: 0.08, Habit.LATE: 0.6}
KEPT_AFTER = {Habit.PROMPT: (0, 0), Habit.SLOW: (1, 5), Habit.LATE: (14, 27)}


@dataclass(frozen=True, slots=True)
class Held:
    """A session and what became of its register: ``marked_at`` None means that nobody has kept it."""

    session: Session
    cancelled_at: datetime | None
    marked_at: datetime | None
    source: str


class Calendar:
    """Draws what became of each of a group's sessions."""

    def __init__(self, group: Group, catalogue: Catalogue, seed: int, until: date) -> None:
        self.group, self.until, self.seed = group, until, seed
        self.ferry = catalogue.places[group.place].ferry
        self.provider = catalogue.providers[group.offer.provider].name
        self.lot = Random(f"{seed}/sessions/{group.reference}")
        self._ill_until = date.min

    def sessions(self) -> Iterator[Held]:
        """Every session of the two years and the weeks ahead, in order."""
        offer, slots = self.group.offer, self.group.slots
        alone = offer.activity.self_reported
        last = self.until + timedelta(weeks=WEEKS_AHEAD)
        for day in days_between(first_monday(self.until), last):
            today = [slot for slot in slots if slot.weekday == day.isoweekday()]
            if today and is_open(day, offer.activity.kind, alone=alone):
                for slot in today:
                    yield self._held(day, slot)

    def _held(self, day: date, slot: Slot) -> Held:
        past = day <= self.until
        canceller = self._cancelled(day) if past else None
        announced = self._announced(day)
        reachable: bool | None = not (self.ferry and past and ferry_rests(self.seed, day))
        if self.ferry and past and self.lot.random() < 0.02:
            reachable = None
        session = Session(
            f"{self.group.reference}-{day:%Y%m%d}-{slot.start:%H%M}",
            self.group.reference,
            self.group.offer.activity.reference,
            day,
            slot.start,
            Minutes(slot.minutes),
            announced,
            canceller,
            reachable,
            at(min(day, announced or day) - timedelta(days=1), 9),
        )
        marked = self._marked(day) if past and canceller is None and reachable is not False else None
        return Held(session, at(day, 5, 30) if canceller else None, marked, self._source())

    def _cancelled(self, day: date) -> Canceller | None:
        """A leader who is ill for a day or a few, a closed room, a bus that does not go."""
        if self.group.offer.activity.self_reported:
            return None
        drawn = self.lot.random()
        if self.group.leader is EVA and day > self.until - timedelta(weeks=1):
            # The one who tries the product as Eva has a week of registers to look at.
            return None
        if day <= self._ill_until:
            return Canceller.PROVIDER
        if drawn < 0.016:
            self._ill_until = day + timedelta(days=self.lot.choice((0, 0, 1, 2, 4)))
            return Canceller.PROVIDER
        if drawn < 0.020:
            return Canceller.MUNICIPALITY
        return Canceller.TRAVEL if drawn < 0.022 and day.month in (12, 1, 2) else None

    def _announced(self, day: date) -> date | None:
        drawn = self.lot.random() if day <= self.until else 1.0
        if drawn < 0.012 and not self.group.offer.activity.self_reported:
            return day
        return None if drawn < 0.014 else day - timedelta(days=ANNOUNCED_DAYS)

    def _marked(self, day: date) -> datetime | None:
        """When the register was kept, if it was before the end."""
        habit, drawn = self.group.habit, self.lot.random()
        marked = day + timedelta(days=self.lot.randint(*KEPT_AFTER[habit]))
        kept = drawn >= NEVER[habit] and marked <= self.until
        return at(marked, 17, int(drawn * 1000) % 60) if kept else None

    def _source(self) -> str:
        return {
            Witness.SCHOOL_SYSTEM: "Skolsystemet",
            Witness.HOST: f"Arbetsplatsen: {self.provider}",
            Witness.PARTICIPANT: "Deltagarens sidor",
        }.get(self.group.witness, "Register")
