"""What a proposal says: chosen groups with reasons, hours that cannot be offered and why, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.dates import Minutes
    from byggsten.domain.plan_draft import Choice
    from byggsten.domain.texts import Text


class Obstacle(StrEnum):
    """What stands between the person and the hours; found by taking one demand away at a time."""

    NOTHING_EXISTS = "nothing_exists"
    SEATS = "seats"
    TRAVEL = "travel"
    LEVEL = "level"
    LANGUAGE = "language"
    CARE = "care"
    TIMES = "times"
    EXTENT = "extent"
    UNKNOWN_EXTENT = "unknown_extent"


@dataclass(frozen=True, slots=True)
class Unmet:
    """Minutes a week that cannot be offered, what they were for, and what stands in the way.

    ``need``: "hours", "sfi" or "orientation".  ``about``: the groups that would have given them.
    """

    need: str
    minutes: Minutes
    obstacle: Obstacle
    text: Text
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Groups to choose, never more than a proposal: a caseworker and the person decide.

    ``why`` has the reasons of each choice as sentences, which ``Choice.why`` joins in Swedish.
    ``gap``: how far from the best the answer may be, as the solver states it; 0 is the best there is.
    """

    chosen: tuple[Choice, ...]
    why: Mapping[str, tuple[Text, ...]]
    unmet: tuple[Unmet, ...]
    minutes: Minutes
    required: int | None
    gap: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TownProposal:
    """A proposal for each person, from one solve against the seats they share; keyed by reference."""

    proposals: Mapping[str, Proposal]
    gap: float
    seconds: float
    finished: bool
