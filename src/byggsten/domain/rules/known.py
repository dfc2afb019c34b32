"""The second axis of time: what of the rules was known on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.tables import Tables


def known_values(parameter: Parameter, at: date) -> Parameter:
    """The parameter without values that became known later."""
    return replace(parameter, values=tuple(v for v in parameter.values if v.known is None or v.known <= at))


def learned(tables: Tables) -> set[date]:
    """The days on which values or rows became known."""
    values = {v.known for p in tables.parameters.values() for v in p.values}
    rows = {r.known for rule in tables.rules.values() for r in rule.rows}
    return {day for day in values | rows if day is not None}
