"""Facts as numbers in the order of the book, checked on the way in, and back again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from byggsten.domain.rules.bounds import LARGEST
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.tables import Fact, FactValue, Tables


@dataclass(frozen=True, slots=True)
class Encoded:
    """Facts as numbers in the order of the book, and a bit for each that is missing."""

    values: tuple[int, ...]
    missing: int


def encode(tables: Tables, facts: Mapping[str, FactValue]) -> Encoded:
    """Check names, types and codes, and number them.  A fact that is absent or None is missing.

    Raises RulebookError naming the fact and what it may be.
    """
    values = [0] * len(tables.facts)
    missing = (1 << len(tables.facts)) - 1
    for name, value in facts.items():
        fact = tables.facts.get(name)
        if fact is None:
            raise _wrong(
                name, f"boken «{tables.name}» har inget faktum «{name}»", nearest(name, tables.facts)
            )
        if value is not None:
            values[fact.index] = _number(fact, value)
            missing &= ~(1 << fact.index)
    for fact in tables.facts.values() if missing else ():
        if fact.always and missing >> fact.index & 1:
            raise _wrong(
                fact.name, f"«{fact.label.sv}» saknas men ska alltid anges", f"Ge ett värde för {fact.name}"
            )
    return Encoded(tuple(values), missing)


def _wrong(name: str, problem: str, remedy: str) -> RulebookError:
    return RulebookError(problem, remedy=remedy, place=f"fakta.{name}")


def _number(fact: Fact, value: date | int | bool | str) -> int:
    match fact.type:
        case Type.DATE if isinstance(value, date) and not isinstance(value, datetime):
            return value.toordinal()
        case Type.TRUTH if isinstance(value, bool):
            return value
        case Type.NUMBER if isinstance(value, int) and not isinstance(value, bool):
            if abs(value) <= LARGEST:
                return value
            raise _wrong(
                fact.name, f"{value} är större än reglerna räknar med", f"Ange ett tal på högst {LARGEST}"
            )
        case Type.CODE if isinstance(value, str):
            for number, code in enumerate(fact.codes):
                if value in (code.name, code.code):
                    return number
            raise _wrong(
                fact.name,
                f"«{fact.name}» kan inte vara «{value}»",
                nearest(value, [c.name for c in fact.codes]),
            )
    kinds = {
        Type.DATE: "ett datum",
        Type.TRUTH: "ja eller nej",
        Type.NUMBER: "ett heltal",
        Type.CODE: "en kod",
    }
    raise _wrong(
        fact.name,
        f"«{fact.name}» ska vara {kinds[fact.type]}, inte {type(value).__name__} «{value}»",
        "Rätta värdet, eller utelämna det om det inte är känt",
    )


def decode(tables: Tables, encoded: Encoded) -> dict[str, FactValue]:
    """The facts back again, in the order of the book; the missing ones are None."""
    return {f.name: _value(f, encoded) for f in tables.facts.values()}


def _value(fact: Fact, encoded: Encoded) -> FactValue:
    number = encoded.values[fact.index]
    if encoded.missing >> fact.index & 1:
        return None
    if fact.type is Type.DATE:
        return date.fromordinal(number)
    if fact.type is Type.CODE:
        return fact.codes[number].name
    return bool(number) if fact.type is Type.TRUTH else number
