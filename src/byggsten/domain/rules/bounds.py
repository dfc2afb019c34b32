"""How large a number can become, so that a compiled run over a population never wraps around silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.calendar import NEVER_DAY
from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.expressions import Arithmetic, Call, Constant, Reference, Role, Type, children

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Tables

# The largest number a fact or a parameter may have: ten million, nineteen years of minutes.
LARGEST = 10_000_000
# What a whole number of 64 and of 32 bits holds, with room to spare for one more sum.
LIMIT = 1 << 62
SMALL = (1 << 31) - 1

Range = tuple[int, int]


def number_ranges(tables: Tables) -> dict[str, Range]:
    """The range of every derived value and of every table of numbers; a sum that can burst is refused."""
    found: dict[str, Range] = {}
    for name in tables.order:
        if name in tables.derived:
            made = tables.derived[name]
            found[name] = _checked(made.expression, found, tables, made.file, f"härlett.{name}.är")
            continue
        rule = tables.rules[name]
        ranges = [
            _checked(r.formula, found, tables, r.file, f"regler.{name}.rader.{r.id}.blir")
            for r in rule.rows
            if r.formula
        ]
        found[name] = _hull(ranges) if ranges else (0, len(rule.outcomes))
        for row in rule.rows:
            if row.condition is not None:
                _checked(row.condition, found, tables, row.file, f"regler.{name}.rader.{row.id}.om")
    return found


def _hull(ranges: Iterable[Range]) -> Range:
    lows, highs = zip(*ranges, strict=True)
    return min(lows), max(highs)


def _checked(e: Expr, found: Mapping[str, Range], tables: Tables, file: str, place: str) -> Range:
    low, high = _range(e, found, tables)
    for part in children(e):
        _checked(part, found, tables, file, place)
    if isinstance(e, Arithmetic) and e.op == "//" and isinstance(e.right, Reference):
        _refuse_nought(tables.parameters[e.right.name], file, place)
    if max(-low, high) > LIMIT:
        raise RulebookError(
            "uträkningen kan ge ett tal som är för stort",
            remedy=f"Multiplicera färre uppgifter med varandra; varje uppgift kan vara högst {LARGEST}",
            file=file,
            place=place,
        )
    return low, high


def _refuse_nought(divisor: Parameter, file: str, place: str) -> None:
    if any(v.number < 1 for v in divisor.values):
        raise RulebookError(
            f"uträkningen delar med «{divisor.name}», som har ett värde under ett",
            remedy="Ge parametern värden från ett och uppåt, eller multiplicera på andra sidan",
            file=file,
            place=place,
        )


def _range(e: Expr, found: Mapping[str, Range], tables: Tables) -> Range:
    match e:
        case Constant():
            return e.number, e.number
        case Reference():
            return _name(e, found, tables)
        case Arithmetic():
            one, other = _range(e.left, found, tables), _range(e.right, found, tables)
            return _days(e.type, _join(e.op, one, other))
        case Call():
            one, other = (_range(a, found, tables) for a in e.arguments)
            if e.function == "hela_år":
                return -10_000, 10_000
            # The smaller of two is never above either, the larger never below either.
            pick = min if e.function == "minsta" else max
            return _days(
                e.type,
                (pick(one[0], other[0]), pick(one[1], other[1])) if e.function != "månader_efter" else one,
            )
        case _:
            return 0, 1


def _days(kind: Type, found: Range) -> Range:
    return (1, NEVER_DAY) if kind is Type.DATE else found


def _join(op: str, one: Range, other: Range) -> Range:
    if op == "+":
        return one[0] + other[0], one[1] + other[1]
    if op == "-":
        return one[0] - other[1], one[1] - other[0]
    if op == "*":
        ends = [a * b for a in one for b in other]
        return min(ends), max(ends)
    # A divisor is at least 1, so a quotient never grows.
    return min(one[0], 0), max(one[1], 0)


def _name(e: Reference, found: Mapping[str, Range], tables: Tables) -> Range:
    if e.type is Type.DATE:
        return 1, NEVER_DAY
    if e.type is Type.TRUTH:
        return 0, 1
    if e.role is Role.FACT:
        return -LARGEST, LARGEST
    if e.role is Role.PARAMETER:
        numbers = [v.number for v in tables.parameters[e.name].values]
        return (min(numbers), max(numbers)) if numbers else (-LARGEST, LARGEST)
    return found[e.name]
