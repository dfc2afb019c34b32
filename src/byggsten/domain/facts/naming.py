"""Facts by the rule book's own names."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules import Origin
from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.dates import Week
    from byggsten.domain.facts.assumed import Value
    from byggsten.domain.rules import Rulebook

WEEK_BOOK = N_("Veckans bok")


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts by the rule book's Swedish names, and where each came from."""

    values: Mapping[str, Value]
    origins: Mapping[str, Origin]

    def with_week(self, counted: Mapping[str, Value], week: Week) -> Facts:
        """These together with the week's own facts, whose origin is the ledger of that week."""
        origin = Origin(WEEK_BOOK, str(week), None)
        return Facts({**self.values, **counted}, {**self.origins, **dict.fromkeys(counted, origin)})


@functools.lru_cache(maxsize=32)
def _names(book: Rulebook) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """The book's Swedish name of each fact code, and of each code of a coded fact."""
    names = {spec.code: name for name, spec in book.facts.items()}
    codes = {
        name: {code.code: code.name for code in spec.codes} for name, spec in book.facts.items() if spec.codes
    }
    return names, codes


def by_name(told: Mapping[str, tuple[Value, Origin | None]], book: Rulebook) -> Facts:
    """What was told by code, by the names of the book."""
    names, codes = _names(book)
    values: dict[str, Value] = dict.fromkeys(book.facts)
    origins: dict[str, Origin] = {}
    for code, (value, origin) in told.items():
        name = names.get(code)
        if name is None:
            continue
        values[name] = codes[name].get(str(value)) if name in codes and value is not None else value
        if origin is not None:
            origins[name] = origin
    return Facts(values, origins)
