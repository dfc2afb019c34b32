"""How far the conversation has come: each part with what has been said, and which are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.web.caseworker.mapping.steps import STEPS, TITLES
from byggsten.web.caseworker.mapping.told import tell_claim

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from byggsten.domain.competence import Topic
    from byggsten.queries.mapping_shown import MappingPage
    from byggsten.web.caseworker.mapping.steps import Step
    from byggsten.web.caseworker.mapping.told import ToldClaim

NOT_BEGUN, BEGUN, DONE = "0", "1", "2"


@dataclass(frozen=True, slots=True)
class Block:
    """A topic of a part with its claims; ``asked`` is whether somebody has asked about it."""

    topic: Topic
    title: StrPromise
    claims: tuple[ToldClaim, ...]

    @property
    def asked(self) -> bool:
        return bool(self.claims)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the conversation, and how far it has come."""

    step: Step
    blocks: tuple[Block, ...]

    @property
    def state(self) -> str:
        asked = [block.asked for block in self.blocks]
        return DONE if all(asked) else BEGUN if any(asked) else NOT_BEGUN


def parts_of(page: MappingPage) -> tuple[Part, ...]:
    """All the parts, in order."""
    return tuple(
        Part(step, tuple(
            Block(topic, TITLES[topic], tuple(tell_claim(claim) for claim in page.claims.get(topic, ())))
            for topic in step.topics
        ))
        for step in STEPS
    )  # fmt: skip


def progress(parts: tuple[Part, ...]) -> dict[str, object]:
    """How many parts are done, and the first that is not."""
    left = [part for part in parts if part.state != DONE]
    return {"done": len(parts) - len(left), "total": len(parts), "next": left[0] if left else None}
