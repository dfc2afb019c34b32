"""The values that the mapping's pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.competence import Absence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from byggsten.domain.competence import Content, Evidence, Speaker, Topic, Track
    from byggsten.domain.competence_estimate import Told
    from byggsten.domain.planning import BuildingBlock


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim with its row's key, who wrote it down and when; ``changes`` is how many came before it."""

    pk: int
    topic: Topic
    content: Content | Absence
    said_by: Speaker
    evidence: Evidence
    evidence_words: str
    by: str
    at: datetime
    changes: int = 0
    stands: bool = True

    def __repr__(self) -> str:
        return f"ShownClaim({self.pk})"

    @property
    def told(self) -> bool:
        """Whether it says anything, or only that there is nothing."""
        return not isinstance(self.content, Absence)


@dataclass(frozen=True, slots=True)
class Talk:
    """The latest conversation; open until somebody has finished it."""

    language: str
    interpreter: bool
    track: Track | None
    track_words: str
    started_at: datetime
    by: str
    finished_at: datetime | None

    @property
    def open(self) -> bool:
        return self.finished_at is None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person has judged of a block."""

    level: int
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class MappingPage:
    """Everything the mapping's pages show about a person."""

    reference: str
    name: str
    language: str
    interpreter: bool
    talk: Talk | None
    claims: Mapping[Topic, tuple[ShownClaim, ...]]
    taken_back: tuple[ShownClaim, ...]
    told: Told
    judged: Mapping[BuildingBlock, Judged]
