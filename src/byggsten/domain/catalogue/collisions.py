"""Weekly times that take the same hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time

    from byggsten.domain.catalogue.offers import Slot

DAY = 24 * 60


class Collision(Refusal):
    """Two weekly times cannot both be kept."""


def minute_of(start: time) -> int:
    """The minute of the day."""
    return start.hour * 60 + start.minute


def collide(one: Slot, other: Slot) -> bool:
    """Whether some minute of some week belongs to both."""
    if one.weekday != other.weekday or not one.period.overlaps(other.period):
        return False
    first, second = minute_of(one.start), minute_of(other.start)
    return first < second + other.minutes and second < first + one.minutes


def first_collision(slots: Iterable[Slot], others: Iterable[Slot] | None = None) -> tuple[Slot, Slot] | None:
    """Two of the times that collide with each other, or one of them with one of the others."""
    mine = list(slots)
    if others is not None:
        theirs = list(others)
        pairs = ((one, other) for one in mine for other in theirs)
    else:
        pairs = ((one, other) for n, one in enumerate(mine) for other in mine[n + 1 :])
    return next(((one, other) for one, other in pairs if collide(one, other)), None)


def refuse_collisions(slots: Iterable[Slot]) -> None:
    """Raise Collision when a group would meet twice at the same hour, or past midnight."""
    mine = list(slots)
    late = next((slot for slot in mine if minute_of(slot.start) + slot.minutes > DAY), None)
    if late is not None:
        sentence = N_(
            "Tiden som börjar %(start)s går över midnatt. Förkorta den eller dela den på två dagar."
        )
        raise Collision(Text(sentence, {"start": f"{late.start:%H.%M}"}))
    found = first_collision(mine)
    if found is not None:
        sentence = N_(
            "Två tider på samma veckodag krockar: %(one)s och %(other)s. Ändra eller ta bort den ena."
        )
        raise Collision(
            Text(sentence, {"one": f"{found[0].start:%H.%M}", "other": f"{found[1].start:%H.%M}"})
        )
