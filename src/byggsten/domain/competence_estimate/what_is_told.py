"""The claims that stand, by topic; what nobody asked about is told apart from what there is nothing of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from byggsten.domain.competence import Absence, Content, Evidence, Speaker, Topic
from byggsten.domain.competence.circumstances import Limit
from byggsten.domain.dates import Period

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.competence import Claim, Term

    Shape = TypeVar("Shape", bound=Content)

SWEDEN = ("sverige", "sweden")
PROVEN = frozenset({Evidence.TESTED, Evidence.CERTIFIED, Evidence.VALIDATED_UHR, Evidence.VALIDATED_TRADE})
VALIDATED = frozenset({Evidence.VALIDATED_UHR, Evidence.VALIDATED_TRADE})
CERTIFIERS = frozenset({Speaker.DOCTOR, Speaker.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Told:
    """All claims that stand, the changed and the taken back left out by whoever gathers them."""

    claims: tuple[Claim, ...]

    def about(self, topic: Topic) -> tuple[Claim, ...]:
        """The claims with content about the topic."""
        return tuple(c for c in self.claims if c.topic is topic and isinstance(c.content, Content))

    def contents(self, topic: Topic, shape: type[Shape]) -> tuple[Shape, ...]:
        """The contents about the topic."""
        return tuple(c.content for c in self.about(topic) if isinstance(c.content, shape))

    def last(self, topic: Topic, shape: type[Shape]) -> Shape | None:
        """The content that was told last about the topic."""
        found = self.contents(topic, shape)
        return found[-1] if found else None

    def nothing(self, topic: Topic) -> bool:
        """Whether somebody asked and there was nothing to tell."""
        return any(c.topic is topic and c.content is Absence.NOTHING for c in self.claims)

    def known(self, topic: Topic) -> bool:
        """Whether there is an answer; one who did not want to say has not given any."""
        return bool(self.about(topic)) or self.nothing(topic)

    def limits(self, on: date) -> tuple[Limit, ...]:
        """The limits in force on the day that a certificate says; nobody else's word makes one."""
        return tuple(
            limit for limit in self.certified_limits() if on in Period(limit.first_day, limit.last_day)
        )

    def certified_limits(self) -> tuple[Limit, ...]:
        """All limits that a doctor or a document has certified, whenever they hold."""
        return tuple(
            claim.content
            for claim in self.about(Topic.LIMIT)
            if isinstance(claim.content, Limit)
            and claim.evidence is Evidence.CERTIFIED
            and claim.said_by in CERTIFIERS
        )

    @property
    def unknown(self) -> tuple[Topic, ...]:
        """The topics without an answer, in the order of the conversation."""
        return tuple(topic for topic in Topic if not self.known(topic))


def in_sweden(country: Term | None) -> bool | None:
    """Whether the country is Sweden; None when no country was told."""
    return None if country is None else country.label.casefold() in SWEDEN
