"""The one error of the rulebook: what is wrong, where, and what to do about it, in Swedish."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class RulebookError(ValueError):
    """The rules cannot be read or asked as they stand; ``str()`` is one Swedish sentence."""

    def __init__(self, problem: str, *, remedy: str, file: str = "", place: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        self.file = file
        self.place = place
        super().__init__(problem)

    def at(self, file: str, place: str) -> RulebookError:
        """The same error with its place filled in where it was not known before."""
        return RulebookError(
            self.problem, remedy=self.remedy, file=self.file or file, place=self.place or place
        )

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        return f"{where}: {self.problem}. {self.remedy}." if where else f"{self.problem}. {self.remedy}."


def nearest(word: str, choices: Iterable[str]) -> str:
    """A remedy that names the nearest valid word, or all of them when none is near."""
    known = list(choices)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"Menade du «{close[0]}»"
    if not known:
        return "Här finns inget att välja bland"
    if len(known) > MANY:
        return f"Några som finns är {', '.join(known[:MANY])}"
    return f"Välj bland {', '.join(known)}"


# More alternatives than this do not help the reader of an error.
MANY = 12
