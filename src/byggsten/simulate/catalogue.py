"""The made-up activities, providers and places, read from the catalogue's data file."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import time
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import Activity, ActivityKind, BuildingBlock, Effect

if TYPE_CHECKING:
    from collections.abc import Mapping

MORNING, AFTERNOON, EVENING = 0, 1, 2
NOON, FIVE = time(12), time(16, 59)


@dataclass(frozen=True, slots=True)
class Slot:
    """A weekly time: Monday is 1; ``minutes`` is teaching time."""

    weekday: int
    start: time
    minutes: int

    @property
    def parts(self) -> frozenset[tuple[int, int]]:
        """The parts of days it takes: a long day's work takes the morning and the afternoon."""
        if self.start > FIVE:
            return frozenset({(self.weekday, EVENING)})
        first = MORNING if self.start < NOON else AFTERNOON
        taken = {(self.weekday, first)}
        if first == MORNING and self.minutes > 240:
            taken.add((self.weekday, AFTERNOON))
        return frozenset(taken)


class _Provider(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    kind: ProviderKind


class _Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    latitude: float
    longitude: float
    ferry: bool = False


class _Activity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: str
    kind: ActivityKind
    provider: str
    strengthens: dict[BuildingBlock, str]
    groups: int
    seats: int
    places: list[str]
    patterns: list[str]
    forgone: str
    weakens: dict[BuildingBlock, str] = {}
    language: str = ""
    self_reported: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    providers: dict[str, _Provider]
    places: dict[str, _Place]
    activities: list[_Activity]


@dataclass(frozen=True, slots=True)
class Offer:
    """An activity and its groups: how many in a full-size municipality, with what seats, places and hours."""

    activity: Activity
    provider: str
    groups: int
    seats: int
    places: tuple[str, ...]
    patterns: tuple[tuple[Slot, ...], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that can be offered, by code."""

    providers: Mapping[str, Provider]
    places: Mapping[str, Place]
    offers: Mapping[str, Offer]


@functools.cache
def catalogue() -> Catalogue:
    """The catalogue as it stands in the data file."""
    text = (resources.files("byggsten.simulate") / "data" / "catalogue.yaml").read_bytes()
    read = msgspec.yaml.decode(text, type=_File)
    return Catalogue(
        MappingProxyType({code: Provider(p.name, p.kind) for code, p in read.providers.items()}),
        MappingProxyType(
            {code: Place(p.name, p.latitude, p.longitude, p.ferry) for code, p in read.places.items()}
        ),
        MappingProxyType({row.code: _offer(row, read) for row in read.activities}),
    )


def _offer(row: _Activity, read: _File) -> Offer:
    effects = [Effect(block, True, how) for block, how in row.strengthens.items()]
    effects += [Effect(block, False, how) for block, how in row.weakens.items()]
    provider = read.providers[row.provider].name
    return Offer(
        Activity(row.code, row.name, row.kind, provider, tuple(effects), row.forgone, row.self_reported),
        row.provider,
        row.groups,
        row.seats,
        tuple(row.places),
        tuple(_slots(pattern) for pattern in row.patterns),
        row.language,
    )


def _slots(pattern: str) -> tuple[Slot, ...]:
    """Read «13 12:45 225,5 08:00 390»: weekdays, start and minutes."""
    found = []
    for part in pattern.split(","):
        weekdays, start, minutes = part.split()
        found += [Slot(int(day), time.fromisoformat(start), int(minutes)) for day in weekdays]
    return tuple(sorted(found, key=lambda slot: (slot.weekday, slot.start)))
