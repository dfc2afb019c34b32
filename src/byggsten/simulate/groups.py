"""Groups of the activities, with leaders, places, hours and seats."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from byggsten.domain.attendance import Witness
from byggsten.domain.planning import ActivityKind
from byggsten.simulate.catalogue import Catalogue, Offer, Slot
from byggsten.simulate.staff import EVA, Employee, guides, teachers

FULL_SIZE = 1200
# Eva's groups, so that the one who signs in as her has registers to keep.
EVAS = frozenset({"sfi-2b-1", "sfi-2c-2", "sprakkafe-norrtalje-1"})
EMPLOYERS = frozenset({"varv", "kok", "pensionat", "bygg", "gard", "butik", "omsorg", "utbildning", "park"})


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
                    _witness(offer, number, leader),
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


def _witness(offer: Offer, number: int, leader: Employee | None) -> Witness:
    if offer.activity.self_reported:
        return Witness.PARTICIPANT
    if offer.provider in EMPLOYERS:
        return Witness.HOST
    # The schools' own system sends half of the registers; Eva keeps hers here.
    if offer.activity.kind is ActivityKind.SFI and number % 2 == 0 and leader is not EVA:
        return Witness.SCHOOL_SYSTEM
    return Witness.TEACHER


def _habit(lot: Random, leader: Employee | None) -> Habit:
    if leader is EVA:
        return Habit.SLOW
    return lot.choices((Habit.PROMPT, Habit.SLOW, Habit.LATE), (77, 10, 13))[0]
