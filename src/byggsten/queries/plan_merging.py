"""Two who wrote on one draft at once: what only one of them changed is kept, what both changed is asked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Goal, Promise
from byggsten.queries.plan_alignment import aligned
from byggsten.queries.plan_changes import Change, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.queries.plan_alignment import Texts
    from byggsten.queries.plan_changes import Key, Told


class Side(StrEnum):
    """Whose text holds."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Asked:
    """What both changed, each in their own way; None: not there."""

    key: Key
    theirs: Told | None
    mine: Told | None

    @property
    def name(self) -> str:
        """What names the question, whatever else is written meanwhile."""
        return hashlib.sha256("\n".join(map(str, self.key)).encode()).hexdigest()[:12]

    @property
    def offered(self) -> Side | None:
        """The side that loses nothing; None where either would lose words, so that one must choose."""
        if self.theirs is None:
            return Side.MINE
        return Side.THEIRS if self.mine is None else None


@dataclass(frozen=True, slots=True)
class Merging:
    """The draft as it was opened, as the other saved it and as I wrote it, thing by thing."""

    opened: Texts
    theirs: Texts
    mine: Texts

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What both changed, in the order it is read."""
        return tuple(
            Asked(key, self.theirs.get(key), self.mine.get(key))
            for key in self._keys()
            if self.opened.get(key) not in (self.theirs.get(key), self.mine.get(key))
            and self.theirs.get(key) != self.mine.get(key)
        )

    @property
    def only_theirs(self) -> tuple[Change, ...]:
        """What only the other changed."""
        return self._changed(self.theirs, self.mine)

    @property
    def only_mine(self) -> tuple[Change, ...]:
        """What only I changed."""
        return self._changed(self.mine, self.theirs)

    def draft(self, chosen: Mapping[str, Side]) -> Draft:
        """The draft that both wrote; ``chosen`` answers what is asked, by name."""
        asked = {one.key: chosen.get(one.name, one.offered or Side.MINE) for one in self.asked}
        held: Texts = {}
        for key in self._keys():
            mine, theirs = self.mine.get(key), self.theirs.get(key)
            take = asked[key] is Side.THEIRS if key in asked else mine == self.opened.get(key)
            value = theirs if take else mine
            if value is not None:
                held[key] = value
        return _draft([held[key] for part in Part for key in self._order(part) if key in held])

    def _changed(self, one: Texts, other: Texts) -> tuple[Change, ...]:
        return tuple(
            Change(key[0], self.opened.get(key), one.get(key))
            for key in self._keys()
            if one.get(key) != self.opened.get(key) == other.get(key)
        )

    def _keys(self) -> list[Key]:
        order = list(Part)
        every = self.opened.keys() | self.theirs.keys() | self.mine.keys()
        return sorted(every, key=lambda key: (order.index(key[0]), *key[1:]))

    def _order(self, part: Part) -> Iterable[Key]:
        """The order of the one who changed it, mine where both did; what only the other has comes after."""
        texts = (self.opened, self.theirs, self.mine)
        was, theirs, mine = ([key for key in text if key[0] is part] for text in texts)
        moved = [key for key in mine if key in was] != [key for key in was if key in mine]
        first, then = (mine, theirs) if moved or theirs == was else (theirs, mine)
        return dict.fromkeys([*first, *then])


def merging(opened: Draft, theirs: Draft, mine: Draft) -> Merging:
    """The three drafts laid beside each other."""
    return Merging(*aligned(opened.tidy(), theirs.tidy(), mine.tidy()))


def _draft(values: list[Told]) -> Draft:
    return Draft(
        next((one for one in values if isinstance(one, Period)), None),
        tuple(one for one in values if isinstance(one, Goal)),
        tuple(one for one in values if isinstance(one, Choice)),
        tuple(one for one in values if isinstance(one, Promise)),
        next((one for one in values if isinstance(one, str)), ""),
    ).tidy()
