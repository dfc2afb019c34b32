"""Groups of the activities, with leaders, places, hours and seats."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.attendance import Witness
from byggsten.domain.planning import ActivityKind
from byggsten.simulate.catalogue import Catalogue, Offer, Slot
from byggsten.simulate.staff import EVA, Employee, guides, teachers

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        return _parts(self.slots)


def make_groups(catalogue: Catalogue, seed: int, persons: int) -> tuple[Group, ...]:
    """As many groups as the size of the municipality asks for, at least one of each activity."""
    lot = Random(f"{seed}/groups")
    house = _Rota(guides())
    rotas = {"vux": _Rota(tuple(t for t in teachers() if t is not EVA)), "ame": house, "integration": house}
    found = []
    for offer in catalogue.offers.values():
        for number in range(max(1, round(offer.groups * persons / FULL_SIZE))):
            reference = f"{offer.activity.reference}-{number + 1}"
            place = offer.places[number % len(offer.places)]
            slots = offer.patterns[number % len(offer.patterns)]
            leader = _leader(reference, offer, slots, rotas)
            found.append(
                Group(
                    reference,
                    _name(offer, number, catalogue.places[place].name),
                    offer,
                    place,
                    offer.seats,
                    slots,
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


class _Rota:
    """Leaders in turn, none in two places at once."""

    def __init__(self, leaders: tuple[Employee, ...]) -> None:
        self._free: dict[Employee, set[tuple[int, int]]] = {leader: set() for leader in leaders}

    def next(self, parts: frozenset[tuple[int, int]]) -> Employee | None:
        """The one with the least to do of those who have the time."""
        able = [leader for leader, taken in self._free.items() if not taken & parts]
        chosen = min(able, key=lambda leader: len(self._free[leader]), default=None)
        if chosen is not None:
            self._free[chosen] |= parts
        return chosen


def _leader(
    reference: str, offer: Offer, slots: tuple[Slot, ...], rotas: Mapping[str, _Rota]
) -> Employee | None:
    """Whose register it is; at a workplace and in an association nobody signs in here."""
    if reference in EVAS:
        return EVA
    if offer.activity.self_reported or offer.provider not in rotas:
        return None
    return rotas[offer.provider].next(_parts(slots))


def _parts(slots: tuple[Slot, ...]) -> frozenset[tuple[int, int]]:
    return frozenset().union(*(slot.parts for slot in slots))


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
