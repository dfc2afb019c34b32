"""Facts as numbers in the order of the book, checked on the way in, and back again."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from byggsten.domain.rules.bounds import LARGEST
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from byggsten.domain.rules.tables import Fact, FactValue, Tables

    Number = Callable[[Any], int]


@dataclass(frozen=True, slots=True)
class Encoded:
    """Facts as numbers in the order of the book, and a bit for each that is missing."""

    values: tuple[int, ...]
    missing: int


def encode(tables: Tables, facts: Mapping[str, FactValue]) -> Encoded:
    """Check names, types and codes, and number them.  A fact that is absent or None is missing.

    Raises RulebookError naming the fact and what it may be.
    """
    places, always = _places(tables)
    values, told = [0] * len(places), 0
    for name, value in facts.items():
        place = places.get(name)
        if place is None:
            raise _wrong(
                name, f"boken «{tables.name}» har inget faktum «{name}»", nearest(name, tables.facts)
            )
        if value is not None:
            index, bit, number = place
            values[index] = number(value)
            told |= bit
    for fact in tables.facts.values() if always & ~told else ():
        if fact.always and not told >> fact.index & 1:
            raise _wrong(
                fact.name, f"«{fact.label.sv}» saknas men ska alltid anges", f"Ge ett värde för {fact.name}"
            )
    return Encoded(tuple(values), (1 << len(values)) - 1 & ~told)


@functools.lru_cache(maxsize=64)
def _places(tables: Tables) -> tuple[dict[str, tuple[int, int, Number]], int]:
    """For each fact its index, its bit and what numbers it; and the bits of those that may not be missing."""
    facts = tables.facts.values()
    places = {f.name: (f.index, 1 << f.index, _numbers(f)) for f in facts}
    return places, sum(1 << f.index for f in facts if f.always)


def _numbers(fact: Fact) -> Number:
    """What numbers a value of the fact: the usual kind at once, anything else after a judgement."""
    codes: dict[object, int] = {}
    for number, code in enumerate(fact.codes):
        codes.setdefault(code.name, number)
        codes.setdefault(code.code, number)

    def day(value: Any) -> int:
        return value.toordinal() if type(value) is date else _number(fact, value)

    def truth(value: Any) -> int:
        return value if type(value) is bool else _number(fact, value)

    def whole(value: Any) -> int:
        return value if type(value) is int and -LARGEST <= value <= LARGEST else _number(fact, value)

    def code_of(value: Any) -> int:
        return codes[value] if type(value) is str and value in codes else _number(fact, value)

    return {Type.DATE: day, Type.TRUTH: truth, Type.NUMBER: whole, Type.CODE: code_of}[fact.type]


def _wrong(name: str, problem: str, remedy: str) -> RulebookError:
    return RulebookError(problem, remedy=remedy, place=f"fakta.{name}")


def _number(fact: Fact, value: date | int | bool | str) -> int:
    match fact.type:
        case Type.DATE if isinstance(value, date) and not isinstance(value, datetime):
            return value.toordinal()
        case Type.TRUTH if isinstance(value, bool):
            return value
        case Type.NUMBER if isinstance(value, int) and not isinstance(value, bool):
            return _small_enough(fact, value)
        case Type.CODE if isinstance(value, str):
            return _code(fact, value)
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


def _small_enough(fact: Fact, value: int) -> int:
    if abs(value) > LARGEST:
        problem = f"{value} är större än reglerna räknar med"
        raise _wrong(fact.name, problem, f"Ange ett tal på högst {LARGEST}")
    return value


def _code(fact: Fact, value: str) -> int:
    for number, code in enumerate(fact.codes):
        if value in (code.name, code.code):
            return number
    problem = f"«{fact.name}» kan inte vara «{value}»"
    raise _wrong(fact.name, problem, nearest(value, [c.name for c in fact.codes]))


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
