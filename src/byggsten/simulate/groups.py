"""Groups of the activities with teachers, places and hours, and the sessions that came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.attendance import Witness
from byggsten.domain.dates import Minutes
from byggsten.domain.planning import ActivityKind, Canceller, Session
from byggsten.simulate.catalogue import Catalogue, Offer, Slot
from byggsten.simulate.staff import EVA, Employee, guides, teachers
from byggsten.simulate.terms import WEEKS_AHEAD, at, days_between, ferry_rests, first_monday, is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL_SIZE = 1200
# Eva's groups, so that the one who signs in as her has registers to keep.
EVAS = frozenset({"sfi-2b-1", "sfi-2c-2", "sprakkafe-norrtalje-1"})
EMPLOYERS = frozenset({"varv", "kok", "pensionat", "bygg", "gard", "butik", "omsorg", "utbildning", "park"})
ANNOUNCED_DAYS = 17


class Habit(StrEnum):
    """How a register is kept."""

    PROMPT = "prompt"
    SLOW = "slow"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of an activity; ``seats`` is how many the room and the leader can take."""

    reference: str
    name: str
    offer: Offer
    place: str
    seats: int
    slots: tuple[Slot, ...]
    leader: Employee | None
    witness: Witness
    habit: Habit

    @property
    def minutes(self) -> int:
        """Teaching time in a whole week."""
        return sum(slot.minutes for slot in self.slots)

    @property
    def parts(self) -> frozenset[tuple[int, int]]:
        """The parts of days that the group takes."""
        return frozenset().union(*(slot.parts for slot in self.slots))


@dataclass(frozen=True, slots=True)
class Held:
    """A session and what became of its register: ``marked_at`` None means that nobody has kept it."""

    session: Session
    cancelled_at: datetime | None
    marked_at: datetime | None
    source: str


def make_groups(catalogue: Catalogue, seed: int, persons: int) -> tuple[Group, ...]:
    """As many groups as the size of the municipality asks for, at least one of each activity."""
    lot = Random(f"{seed}/groups")
    school, social = [t for t in teachers() if t is not EVA], list(guides())
    found = []
    for offer in catalogue.offers.values():
        for number in range(max(1, round(offer.groups * persons / FULL_SIZE))):
            reference = f"{offer.activity.reference}-{number + 1}"
            place = offer.places[number % len(offer.places)]
            leader = _leader(reference, offer, school, social)
            found.append(
                Group(
                    reference,
                    _name(offer, number, catalogue.places[place].name),
                    offer,
                    place,
                    offer.seats,
                    offer.patterns[number % len(offer.patterns)],
                    leader,
                    _witness(offer, number),
                    _habit(lot, leader),
                )
            )
    return tuple(found)


def _name(offer: Offer, number: int, place: str) -> str:
    town = place.partition(", ")[2]
    part = f", grupp {number + 1}" if offer.groups > 1 else ""
    return (
        offer.activity.name + part if town in offer.activity.name else f"{offer.activity.name}{part}, {town}"
    )


def _leader(reference: str, offer: Offer, school: list[Employee], social: list[Employee]) -> Employee | None:
    """Whose register it is; at a workplace and in an association nobody signs in here."""
    if reference in EVAS:
        return EVA
    if offer.activity.self_reported or offer.provider in EMPLOYERS:
        return None
    pool = (
        school
        if offer.activity.kind is ActivityKind.SFI
        else social
        if offer.provider in ("integration", "ame")
        else []
    )
    if not pool:
        return None
    pool.append(pool.pop(0))
    return pool[-1]


def _witness(offer: Offer, number: int) -> Witness:
    if offer.activity.self_reported:
        return Witness.PARTICIPANT
    if offer.provider in EMPLOYERS:
        return Witness.HOST
    # The schools' own system sends half of the registers.
    if offer.activity.kind is ActivityKind.SFI and number % 2 == 0:
        return Witness.SCHOOL_SYSTEM
    return Witness.TEACHER


def _habit(lot: Random, leader: Employee | None) -> Habit:
    if leader is EVA:
        return Habit.SLOW
    return lot.choices((Habit.PROMPT, Habit.SLOW, Habit.LATE), (77, 10, 13))[0]


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
            if any(slot.weekday == day.isoweekday() for slot in slots) and is_open(
                day, offer.activity.kind, alone=alone
            ):
                for slot in slots:
                    if slot.weekday == day.isoweekday():
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
        if day <= self._ill_until:
            return Canceller.PROVIDER
        if drawn < 0.016:
            self._ill_until = day + timedelta(days=self.lot.choice((0, 0, 1, 2, 4)))
            return Canceller.PROVIDER
        if drawn < 0.020:
            return Canceller.MUNICIPALITY
        return Canceller.TRAVEL if drawn < 0.022 and day.month in (12, 1, 2) else None

    def _announced(self, day: date) -> date | None:
        drawn = self.lot.random()
        if drawn < 0.012 and not self.group.offer.activity.self_reported:
            return day
        return None if drawn < 0.014 else day - timedelta(days=ANNOUNCED_DAYS)

    def _marked(self, day: date) -> datetime | None:
        """When the register was kept, if it was before the end."""
        habit, drawn = self.group.habit, self.lot.random()
        never = {Habit.PROMPT: 0.008, Habit.SLOW: 0.08, Habit.LATE: 0.6}[habit]
        days = {Habit.PROMPT: 0, Habit.SLOW: 1 + int(drawn * 90) % 5, Habit.LATE: 14 + int(drawn * 90) % 14}[
            habit
        ]
        marked = day + timedelta(days=days)
        return None if drawn < never or marked > self.until else at(marked, 17, int(drawn * 1000) % 60)

    def _source(self) -> str:
        return {
            Witness.SCHOOL_SYSTEM: "Skolsystemet",
            Witness.HOST: f"Arbetsplatsen: {self.provider}",
            Witness.PARTICIPANT: "Deltagarens sidor",
        }.get(self.group.witness, "Register")
