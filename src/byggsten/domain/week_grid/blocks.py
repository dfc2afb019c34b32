"""The blocks of a week: which times the chosen groups take, from when to when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Period
from byggsten.domain.planning import ActivityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from byggsten.domain.catalogue import Offer, Slot
    from byggsten.domain.organisations import Place

_LAST_MINUTE = 24 * 60 - 1


@dataclass(frozen=True, slots=True)
class Block:
    """A time of the week that is taken, on the days of the ``period``.

    ``end`` is the start and the teaching time, at most the last minute of the day; ``minutes`` counts.
    """

    weekday: int
    start: time
    end: time
    label: str
    kind: ActivityKind
    group: str
    minutes: Minutes
    period: Period
    place: Place | None = None

    @property
    def anywhere(self) -> bool:
        """Whether it is done where the person is: studies of one's own, without a place."""
        return self.place is None and self.kind is ActivityKind.OWN


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A time of the week when something is possible, as when the children are cared for."""

    weekday: int
    start: time
    end: time


def grid(offers: Iterable[Offer]) -> tuple[Block, ...]:
    """The blocks of the offers, Monday morning first; the order of the offers does not matter."""
    blocks = [block for offer in offers for block in _blocks(offer)]
    return tuple(sorted(blocks, key=lambda b: (b.weekday, b.start, b.end, b.group, b.period.first_day)))


def narrowed(offer: Offer, period: Period) -> Offer | None:
    """The offer as it is within the period; None when the group does not meet in it."""
    shared = both(offer.period, period)
    if shared is None:
        return None
    kept = ((slot, both(slot.period, shared)) for slot in offer.slots)
    slots = tuple(replace(slot, period=within) for slot, within in kept if within is not None)
    return replace(offer, period=shared, slots=slots)


def both(one: Period, other: Period) -> Period | None:
    """The days that belong to both, or None."""
    if not one.overlaps(other):
        return None
    ends = [period.last_day for period in (one, other) if period.last_day is not None]
    return Period(max(one.first_day, other.first_day), min(ends, default=None))


def minute(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def block_at(
    slot: Slot, during: Period, *, label: str, kind: ActivityKind, group: str, place: Place | None
) -> Block | None:
    """The block that a weekly time is during some days; None when it is on none of them."""
    shared = both(slot.period, during)
    if shared is None:
        return None
    end = min(minute(slot.start) + slot.minutes, _LAST_MINUTE)
    until = time(end // 60, end % 60)
    return Block(slot.weekday, slot.start, until, label, kind, group, slot.minutes, shared, place)


def _blocks(offer: Offer) -> Iterator[Block]:
    for slot in offer.slots:
        block = block_at(
            slot,
            offer.period,
            label=offer.name,
            kind=offer.activity.kind,
            group=offer.group,
            place=offer.place,
        )
        if block is not None:
            yield block
