"""Rows about somebody whom the caseworker may not see: refused alike, counted, and few before it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_
from byggsten.gateways.refusals import FileRefused, RowRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from byggsten.domain.people import PersonalNumber
    from byggsten.queries.importing import Sight

# A file with so many is not a list of one's own people.
MOST_HITS = 5
REFERENCE = N_("Beteckningen går inte att använda. Ge personen en annan, eller be din chef om hjälp.")
NUMBER = N_("Numret går inte att använda. Jämför det med handlingen. Stämmer det, be din chef om hjälp.")
STOPPED = N_(
    "För många rader har beteckningar eller nummer som inte går att använda. "
    "Jämför filen med handlingarna, eller be din chef om hjälp."
)


class OutOfSight:
    """What the caseworker may not touch, and how often a file has tried."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self.hits = 0

    def refuse(self, column: str, references: Iterable[str]) -> None:
        """Raise RowRefused for a reference that is hidden, FileRefused when that is the last straw."""
        for reference in references:
            if reference in self._sight.hidden:
                self._count(1)
                raise RowRefused(column, reference, REFERENCE)

    def refuse_near(self, column: str, references: Iterable[str]) -> None:
        """The same for one who lives with somebody hidden; no day of that home is told."""
        for reference in references:
            if reference in self._sight.near_hidden:
                self._count(1)
                raise RowRefused(column, reference, REFERENCE)

    def refuse_number(self, number: PersonalNumber | None) -> None:
        """The same for a number; whose it is, and where, is not for the one who brings the file."""
        if number is not None and number.reveal() in self._sight.hidden_numbers:
            self._count(1)
            raise RowRefused("number", "", NUMBER)

    def without(self, references: Collection[str]) -> frozenset[str]:
        """Those that are not hidden, as if the others were unknown."""
        left = frozenset(references) - self._sight.hidden
        self._count(len(frozenset(references)) - len(left))
        return left

    def _count(self, hits: int) -> None:
        self.hits += hits
        if self.hits >= MOST_HITS:
            raise FileRefused(STOPPED)
