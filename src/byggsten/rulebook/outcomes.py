"""What a run over a population found: a column of outcomes and one of deciding rows for each rule.

Needs the extra ``fast`` (numpy).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from byggsten.domain.rules.needs import UNKNOWN_CODE, UNKNOWN_NUMBER

if TYPE_CHECKING:
    import numpy.typing as npt

    from byggsten.domain.rules.book import Rulebook
    from byggsten.rulebook.column_values import Array, Mask


@dataclass(frozen=True, slots=True)
class Outcomes:
    """For each wanted rule a column of outcomes and one of deciding rows.

    Outcomes are places in the rule's list of outcomes (one byte) or numbers.
    """

    book: Rulebook
    outcomes: dict[str, Array]
    rows: dict[str, npt.NDArray[np.uint8]]

    def unknown(self, rule: str) -> Mask:
        """Who the rule can not tell about."""
        mark = UNKNOWN_CODE if self.book.rules[rule].outcomes else UNKNOWN_NUMBER
        found: Mask = self.outcomes[rule] == mark
        return found

    def count(self, rule: str) -> dict[str, int]:
        """How many have each outcome of a table of outcomes, okänt last."""
        names = [o.name for o in self.book.rules[rule].outcomes]
        counts = np.bincount(self.outcomes[rule].astype(np.int64), minlength=UNKNOWN_CODE + 1)
        return {**{n: int(counts[k]) for k, n in enumerate(names)}, "okänt": int(counts[UNKNOWN_CODE])}
