"""Activities with their building-block effects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from byggsten.domain.planning.words import ActivityKind, BuildingBlock


class UnmotivatedActivity(Refusal):
    """An activity that does not say which building block it strengthens may not be published."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How an activity strengthens (or weakens) one building block, in words."""

    block: BuildingBlock
    strengthens: bool
    mechanism: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a plan can contain.

    ``self_reported``: the person's own account is enough (own studies).
    """

    reference: str
    name: str
    kind: ActivityKind
    provider: str
    effects: tuple[Effect, ...]
    forgone_benefit: str = ""
    self_reported: bool = False

    def __post_init__(self) -> None:
        if not any(effect.strengthens and effect.mechanism for effect in self.effects):
            raise UnmotivatedActivity(
                Text(
                    N_("%(name)s säger inte vilken byggsten den stärker och hur. Ange minst en."),
                    {"name": self.name},
                )
            )
