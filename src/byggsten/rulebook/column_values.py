"""One column checked and converted to the kind of numbers that the compiled rules read.

Needs the extra ``fast`` (numpy).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from byggsten.domain.rules.bounds import LARGEST
from byggsten.domain.rules.calendar import FIRST_DAY, NEVER_DAY
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Type

if TYPE_CHECKING:
    import numpy.typing as npt

    from byggsten.domain.rules.tables import Fact

    Array = npt.NDArray[np.generic]
    Mask = npt.NDArray[np.bool_]

# The day number of 1970-01-01, where numpy's days begin.
_EPOCH = 719163
_DTYPES = {Type.DATE: np.int32, Type.NUMBER: np.int32, Type.TRUTH: np.bool_, Type.CODE: np.uint8}


def wrong(name: str, problem: str, remedy: str) -> RulebookError:
    """An error about a column."""
    return RulebookError(problem, remedy=remedy, place=f"kolumn {name}")


def converted(fact: Fact, column: Array, gone: Mask) -> Array:
    """The column as numbers of the fact's kind; what is gone becomes a harmless number."""
    if fact.type is Type.DATE and column.dtype.kind == "M":
        column = column.astype("M8[D]").astype(np.int64) + _EPOCH
    if fact.type is Type.CODE and column.dtype.kind in "UO":
        column = _numbered(fact, column, gone)
    kinds = "b" if fact.type is Type.TRUTH else "iu"
    if column.dtype.kind not in kinds:
        raise wrong(
            fact.name,
            f"kolumnen har typen {column.dtype}, men «{fact.name}» är {fact.type}",
            "Byt kolumnens typ",
        )
    low, high = _limits(fact)
    clean = np.where(gone, column.dtype.type(max(low, 0)), column) if gone.any() else column
    if fact.type is not Type.TRUTH and clean.size and (clean.min() < low or clean.max() > high):
        raise wrong(
            fact.name,
            f"kolumnen har värden utanför {low}–{high}",
            "Rätta värdena, eller markera dem som saknade",
        )
    return np.ascontiguousarray(clean, _DTYPES[fact.type])


def _limits(fact: Fact) -> tuple[int, int]:
    if fact.type is Type.DATE:
        return FIRST_DAY, NEVER_DAY
    return (0, len(fact.codes) - 1) if fact.type is Type.CODE else (-LARGEST, LARGEST)


def _numbered(fact: Fact, column: Array, gone: Mask) -> Array:
    numbers = {word: k for k, code in enumerate(fact.codes) for word in (code.name, code.code)}
    texts = np.where(gone, fact.codes[0].name, column).astype("U")
    found, places = np.unique(texts, return_inverse=True)
    for text in found:
        if str(text) not in numbers:
            raise wrong(fact.name, f"«{fact.name}» kan inte vara «{text}»", nearest(str(text), numbers))
    return np.array([numbers[str(t)] for t in found], np.uint8)[places]
