"""An activity and its groups while they are being written: everything may still be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.catalogue.offers import Slot
    from byggsten.domain.planning import ActivityKind, Effect, SwedishLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDraft:
    """A group of the activity.

    ``place`` is a name; ``language`` "" is Swedish; ``capacity`` None: nobody has said how many seats.
    """

    reference: str
    name: str = ""
    place: str = ""
    capacity: int | None = None
    language: str = ""
    first_day: date | None = None
    last_day: date | None = None
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDraft:
    """What is said of an activity so far.

    ``swedish_from`` NONE asks for no Swedish at all; None means that nobody has answered.
    ``swedish_to`` None means that there is no upper end.
    ``weakens_nothing`` is the reason why no building block is weakened.
    ``cost_per_place`` is in whole kronor a week; ``cost_source`` says where the figure comes from.
    """

    reference: str
    name: str = ""
    kind: ActivityKind | None = None
    provider: str = ""
    description: str = ""
    target_group: str = ""
    swedish_from: SwedishLevel | None = None
    swedish_to: SwedishLevel | None = None
    effects: tuple[Effect, ...] = ()
    weakens_nothing: str = ""
    forgone_benefit: str = ""
    cost_per_place: int | None = None
    cost_source: str = ""
    self_reported: bool = False
    duty_marked: bool = True
    project: bool = False
    evaluation: str = ""
    first_day: date | None = None
    last_day: date | None = None
    groups: tuple[GroupDraft, ...] = ()

    @property
    def strengthens(self) -> tuple[Effect, ...]:
        """The building blocks it builds up."""
        return tuple(effect for effect in self.effects if effect.strengthens)

    @property
    def weakens(self) -> tuple[Effect, ...]:
        """The building blocks it may take from."""
        return tuple(effect for effect in self.effects if not effect.strengthens)
