"""A population's facts as columns of numbers, checked once and used for many days and questions.

Needs the extra ``fast`` (numpy).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.readers import facts_behind
from byggsten.rulebook.column_values import converted, wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from byggsten.domain.rules.book import Rulebook
    from byggsten.rulebook.column_values import Array, Mask


# Marks for missing facts in one whole number of 64 bits, sign left alone.
WORD_BITS = 62


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

    def renew(self, book: Rulebook, columns: Mapping[str, Array]) -> None:
        """Put new values in columns where nothing is missing; derived values that rest on them are forgotten.

        Raises RulebookError as ``prepare``, or when a column is not there already or is partly missing.
        """
        nobody = np.zeros(self.size, np.bool_)
        for name, column in columns.items():
            if name not in self.arrays or name in self.maybe or len(column) != self.size:
                raise wrong(
                    name, f"«{name}» kan inte bytas ut för sig", "Gör i ordning alla kolumner på nytt"
                )
            self.arrays[name] = converted(book.facts[name], column, nobody)
        for key in list(self.fixed):
            if not facts_behind(book.tables, key[0]).isdisjoint(columns):
                del self.fixed[key]


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
            raise wrong(name, f"boken «{book.name}» har inget faktum «{name}»", nearest(name, book.facts))
        gone = np.ma.getmaskarray(column)
        if column.dtype.kind == "M":
            # The data, not the masked column: a masked answer would hide what is missing.
            gone = gone | np.isnat(np.ma.getdata(column))
        if missing is not None and name in missing:
            gone = gone | missing[name]
        arrays[name] = converted(book.facts[name], np.ma.getdata(column), gone)
        if gone.any():
            marks[name] = gone
    absent = frozenset(f for f in book.facts if f not in arrays)
    always = [f.name for f in book.facts.values() if f.always and (f.name in absent or f.name in marks)]
    if always:
        raise wrong(always[0], f"«{always[0]}» saknas men ska alltid anges", "Ge ett värde för varje person")
    return Columns(size, arrays, frozenset(marks), absent, _words(book, marks, size))


def _words(book: Rulebook, marks: Mapping[str, Mask], size: int) -> dict[int, npt.NDArray[np.int64]]:
    words: dict[int, npt.NDArray[np.int64]] = {}
    for name, gone in marks.items():
        word, bit = divmod(book.facts[name].index, WORD_BITS)
        words.setdefault(word, np.zeros(size, np.int64))
        words[word] |= gone.astype(np.int64) << bit
    return words
