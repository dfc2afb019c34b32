"""What the rest of the house needs of a mapping: levels, Swedish, wishes, track and child care."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.competence import Topic
from byggsten.domain.competence.circumstances import ChildCare, Wish
from byggsten.domain.competence.contents import Swedish
from byggsten.domain.competence_estimate.blocks import estimates
from byggsten.domain.competence_estimate.spoken import spoken_well
from byggsten.domain.planning import SwedishLevel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from byggsten.domain.competence import Track
    from byggsten.domain.competence_estimate.what_is_told import Told
    from byggsten.domain.planning import BuildingBlock


@dataclass(frozen=True, slots=True)
class Profile:
    """What the mapping has come to; whatever nobody knows is None, and None is never taken for weak.

    ``levels``: what a person has judged, or else what is estimated.
    ``track``: what was chosen in the conversation.
    ``care``: when the children are looked after, by weekday (1 is Monday); a weekday that is not there
    has no care; None: no child needs looking after, or nobody has asked.
    ``languages``: codes of those that are spoken well or better, besides the one that is registered.
    """

    swedish: SwedishLevel | None
    levels: Mapping[BuildingBlock, int | None]
    wishes: tuple[str, ...]
    track: Track | None
    care: Mapping[int, tuple[time, time]] | None
    unknown: tuple[Topic, ...]
    languages: tuple[str, ...] = ()


def profile_of(told: Told, on: date, *, judged: Mapping[BuildingBlock, int], track: Track | None) -> Profile:
    """The profile on a day."""
    spoken = told.last(Topic.SWEDISH, Swedish)
    care = told.last(Topic.CHILD_CARE, ChildCare)
    wishes = told.contents(Topic.WISH, Wish)
    return Profile(
        swedish=SwedishLevel(spoken.level.value) if spoken else None,
        levels={one.block: judged.get(one.block, one.level) for one in estimates(told, on)},
        wishes=tuple(wish.occupation.label if wish.occupation else wish.words for wish in wishes),
        track=track,
        care={one.weekday: (one.start, one.end) for one in care.hours} if care and care.needed else None,
        unknown=told.unknown,
        languages=spoken_well(told),
    )
