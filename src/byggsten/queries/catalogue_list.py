"""The list of activities: what the actor may see, kept to what was asked for, with the seats left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.dates import Period
from byggsten.domain.planning import ActivityKind, BuildingBlock, Publication, SwedishLevel
from byggsten.queries.catalogue_entries import entries
from byggsten.queries.catalogue_seats import taken_seats
from byggsten.records.models import Activity, Group

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.catalogue import ActivityDraft, GroupDraft
    from byggsten.queries.catalogue_entries import Entry

LEVELS = tuple(SwedishLevel)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is kept to; what is empty is not asked for.

    ``level`` is a person's: those activities that suit it.
    """

    publication: Publication = Publication.PUBLISHED
    words: str = ""
    block: BuildingBlock | None = None
    kind: ActivityKind | None = None
    place: str = ""
    level: SwedishLevel | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a group: ``left`` None when nobody has said how many there are."""

    capacity: int | None
    taken: int

    @property
    def left(self) -> int | None:
        """Never less than none."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """An activity in the list; ``seats`` by the group's reference."""

    entry: Entry
    seats: Mapping[str, Seats]

    @property
    def draft(self) -> ActivityDraft:
        return self.entry.draft

    @property
    def left(self) -> int | None:
        """The seats that are left in all its groups; None when no group says how many it has."""
        known = [seats.left for seats in self.seats.values() if seats.left is not None]
        return sum(known) if known else None

    @property
    def places(self) -> tuple[str, ...]:
        """Where it meets, each place once."""
        return tuple(dict.fromkeys(group.place for group in self.draft.groups if group.place))

    @property
    def minutes(self) -> tuple[int, ...]:
        """The teaching time a week, from the least of its groups to the most."""
        weeks = sorted({week_of(group) for group in self.draft.groups} - {0})
        return (weeks[0], weeks[-1]) if len(weeks) > 1 else tuple(weeks)


def week_of(group: GroupDraft, on: date | None = None) -> int:
    """The minutes of a week; with a day, of the times that hold then."""
    return sum(slot.minutes for slot in group.slots if on is None or on in slot.period)


def counted(actor: Actor) -> Mapping[Publication, int]:
    """How many activities the actor may see, by whether they are published."""
    rows = visible(actor, May.SEE_CATALOGUE, Activity).values_list("publication", flat=True)
    return Counter(Publication(found) for found in rows)


def catalogue_lines(actor: Actor, wanted: Wanted) -> tuple[Line, ...]:
    """The activities that suit what was asked for, by name."""
    rows = visible(actor, May.SEE_CATALOGUE, Activity).filter(publication=wanted.publication.value)
    if wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    if wanted.place:
        rows = rows.filter(pk__in=Group.objects.filter(place__name=wanted.place).values("activity"))
    found = [entry for entry in entries(rows) if _suits(entry.draft, wanted)]
    seats = seats_of(found, actor.on)
    lines = (Line(entry, seats.get(entry.draft.reference, {})) for entry in found)
    return tuple(line for line in lines if not wanted.free or (line.left or 0) > 0)


def seats_of(found: list[Entry], on: date) -> dict[str, dict[str, Seats]]:
    """The seats of each group on the day or later, by the activity's and the group's reference."""
    names = [entry.draft.reference for entry in found]
    keys = dict(Group.objects.filter(activity__reference__in=names).values_list("reference", "pk"))
    taken = taken_seats(keys.values(), Period(on))
    return {
        entry.draft.reference: {
            group.reference: Seats(group.capacity, taken.get(keys[group.reference], 0))
            for group in entry.draft.groups
        }
        for entry in found
    }


def _suits(draft: ActivityDraft, wanted: Wanted) -> bool:
    if wanted.block is not None and wanted.block not in {effect.block for effect in draft.strengthens}:
        return False
    if wanted.level is not None and not suits_level(draft, wanted.level):
        return False
    text = f"{draft.name} {draft.provider} {draft.target_group}".casefold()
    return all(word in text for word in wanted.words.casefold().split())


def suits_level(draft: ActivityDraft, level: SwedishLevel) -> bool:
    """Whether one who knows that much Swedish can take part."""
    low = LEVELS.index(draft.swedish_from) if draft.swedish_from else 0
    high = LEVELS.index(draft.swedish_to) if draft.swedish_to else len(LEVELS)
    return low <= LEVELS.index(level) <= high
