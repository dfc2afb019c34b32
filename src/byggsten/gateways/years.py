"""Days outside the years that the product reckons with are refused wherever they stand."""

from __future__ import annotations

from datetime import date

import msgspec

from byggsten.domain.dates import FIRST_YEAR, LAST_YEAR
from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import RowRefused

_HOLDS_DAYS = (date, tuple, msgspec.Struct)


def refuse_odd_years(value: object, path: str = "") -> None:
    """Raise RowRefused, whose column is the path, at the first day outside the years."""
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        sentence = N_("År %(year)s går inte att använda. Skriv ett år mellan %(first)s och %(last)s.")
        told = {"year": value.year, "first": FIRST_YEAR, "last": LAST_YEAR}
        raise RowRefused(path, value.isoformat(), Text(sentence, told))
    if isinstance(value, tuple):
        for n, part in enumerate(value):
            refuse_odd_years(part, f"{path}[{n}]")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            part = getattr(value, name)
            # Most fields are text and numbers; a call for each would be an eighth of a large import.
            if isinstance(part, _HOLDS_DAYS):
                refuse_odd_years(part, f"{path}.{name}" if path else name)
