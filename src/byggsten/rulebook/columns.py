"""A population's facts as columns of numbers, checked once and used for many days and questions.

Needs the extra ``fast`` (numpy).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from byggsten.domain.rules.bounds import LARGEST
from byggsten.domain.rules.calendar import FIRST_DAY, NEVER_DAY
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from byggsten.domain.rules.book import Rulebook
    from byggsten.domain.rules.tables import Fact

    Array = npt.NDArray[np.generic]
    Mask = npt.NDArray[np.bool_]

# Marks for missing facts in one whole number of 64 bits, sign left alone.
WORD_BITS = 62
# The day number of 1970-01-01, where numpy's days begin.
_EPOCH = 719163
_DTYPES = {Type.DATE: np.int32, Type.NUMBER: np.int32, Type.TRUTH: np.bool_, Type.CODE: np.uint8}


@dataclass(slots=True)
class Columns:
    """Checked columns.  ``maybe``: facts missing for some; ``absent``: facts missing for all.

    ``words``: for each person the marks of what is missing, WORD_BITS facts in each.
    ``fixed``: derived values that are the same every day, by the law they were computed under.
    """

    size: int
    arrays: dict[str, Array]
    maybe: frozenset[str]
    absent: frozenset[str]
    words: dict[int, npt.NDArray[np.int64]]
    fixed: dict[tuple[str, int], Array] = field(default_factory=dict)


def prepare(
    book: Rulebook, columns: Mapping[str, Array], missing: Mapping[str, Mask] | None = None
) -> Columns:
    """Check and convert columns named by Swedish fact names.

    Days: datetime64 or day numbers; codes: names, English words or numbers; yes and no: bool.
    Missing: NaT, a masked array, or True in ``missing``; a fact without a column is missing for everybody.
    Raises RulebookError naming the column.
    """
    sizes = {len(c) for c in columns.values()}
    if len(sizes) != 1:
        raise RulebookError(
            f"kolumnerna är olika långa: {sorted(sizes)}", remedy="Ge varje person ett värde i varje kolumn"
        )
    size = sizes.pop()
    arrays: dict[str, Array] = {}
    marks: dict[str, Mask] = {}
    for name, column in columns.items():
        if name not in book.facts:
            raise _wrong(name, f"boken «{book.name}» har inget faktum «{name}»", nearest(name, book.facts))
        gone = np.ma.getmaskarray(column)
        if column.dtype.kind == "M":
            # The data, not the masked column: a masked answer would hide what is missing.
            gone = gone | np.isnat(np.ma.getdata(column))
        if missing is not None and name in missing:
            gone = gone | missing[name]
        arrays[name] = _converted(book.facts[name], np.ma.getdata(column), gone)
        if gone.any():
            marks[name] = gone
    absent = frozenset(f for f in book.facts if f not in arrays)
    always = [f.name for f in book.facts.values() if f.always and (f.name in absent or f.name in marks)]
    if always:
        raise _wrong(always[0], f"«{always[0]}» saknas men ska alltid anges", "Ge ett värde för varje person")
    return Columns(size, arrays, frozenset(marks), absent, _words(book, marks, size))


def _wrong(name: str, problem: str, remedy: str) -> RulebookError:
    return RulebookError(problem, remedy=remedy, place=f"kolumn {name}")


def _words(book: Rulebook, marks: Mapping[str, Mask], size: int) -> dict[int, npt.NDArray[np.int64]]:
    words: dict[int, npt.NDArray[np.int64]] = {}
    for name, gone in marks.items():
        word, bit = divmod(book.facts[name].index, WORD_BITS)
        words.setdefault(word, np.zeros(size, np.int64))
        words[word] |= gone.astype(np.int64) << bit
    return words


def _converted(fact: Fact, column: Array, gone: Mask) -> Array:
    if fact.type is Type.DATE and column.dtype.kind == "M":
        column = column.astype("M8[D]").astype(np.int64) + _EPOCH
    if fact.type is Type.CODE and column.dtype.kind in "UO":
        column = _numbered(fact, column, gone)
    kinds = "b" if fact.type is Type.TRUTH else "iu"
    if column.dtype.kind not in kinds:
        raise _wrong(
            fact.name,
            f"kolumnen har typen {column.dtype}, men «{fact.name}» är {fact.type}",
            "Byt kolumnens typ",
        )
    low, high = _limits(fact)
    clean = np.where(gone, column.dtype.type(max(low, 0)), column) if gone.any() else column
    if fact.type is not Type.TRUTH and clean.size and (clean.min() < low or clean.max() > high):
        raise _wrong(
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
            raise _wrong(fact.name, f"«{fact.name}» kan inte vara «{text}»", nearest(str(text), numbers))
    return np.array([numbers[str(t)] for t in found], np.uint8)[places]
