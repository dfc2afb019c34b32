"""What one looks for in the catalogue, as an address and a form say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from byggsten.domain.planning import ActivityKind, BuildingBlock
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.catalogue import Offer

SHOWN = STEP = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filter: a building block, a kind, a place, words, only what fits; and how many to show."""

    block: str = ""
    kind: str = ""
    place: str = ""
    words: str = ""
    fitting: bool = True
    many: int = SHOWN

    @property
    def address(self) -> str:
        """The filter as the end of an address; empty when nothing is asked for."""
        told = {
            "byggsten": self.block,
            "slag": self.kind,
            "plats": self.place,
            "sok": self.words,
            "passar": "" if self.fitting else "0",
            "antal": "" if self.many == SHOWN else str(self.many),
        }
        return urlencode({name: value for name, value in told.items() if value})

    def keeps(self, offer: Offer) -> bool:
        """Whether the offer is one that is asked for, whether it fits or not."""
        strong = {effect.block.value for effect in offer.activity.effects if effect.strengthens}
        place = offer.place.name if offer.place else ""
        text = f"{offer.name} {offer.activity.name} {offer.activity.provider} {place}".casefold()
        return (
            (not self.block or self.block in strong)
            and (not self.kind or self.kind == offer.activity.kind.value)
            and (not self.place or self.place == place)
            and all(word in text for word in self.words.casefold().split())
        )


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """The filter of an address or a form; what is not known is not asked for."""
    kind, block = asked.get("slag", ""), asked.get("byggsten", "")
    many = number(asked.get("antal", ""), digits=3)
    return Wanted(
        block if block in {one.value for one in BuildingBlock} else "",
        kind if kind in {one.value for one in ActivityKind} else "",
        asked.get("plats", "")[:200],
        asked.get("sok", "")[:200],
        asked.get("passar", "1") != "0",
        SHOWN if many is None else min(many, 500),
    )
