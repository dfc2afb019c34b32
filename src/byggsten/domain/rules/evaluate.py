"""The meaning of an expression, one node at a time: yes, no, a number or None for unknown.

Slow and plain.  It explains, tells what is missing, and is the yardstick for the compiled function.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from byggsten.domain.rules.calendar import add_days, months_after, years_between
from byggsten.domain.rules.expressions import (
    All,
    Any,
    Arithmetic,
    Call,
    Choice,
    Comparison,
    Constant,
    Not,
    Reference,
    Type,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from byggsten.domain.rules.expressions import Expr

    Read = Callable[[Reference], int | None]

_NUMBERS: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
}
_TESTS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_CALLS: dict[str, Callable[[int, int], int]] = {
    "månader_efter": months_after,
    "hela_år": years_between,
    "minsta": min,
    "största": max,
}


def evaluate(e: Expr, read: Read) -> int | None:  # noqa: PLR0911 - one line for each kind of node
    """The value; yes and no are 1 and 0, None is unknown."""
    match e:
        case Constant():
            return e.number
        case Reference():
            return read(e)
        case Not():
            part = evaluate(e.part, read)
            return None if part is None else int(not part)
        case All():
            return _kleene((evaluate(p, read) for p in e.parts), stop=0)
        case Any():
            return _kleene((evaluate(p, read) for p in e.parts), stop=1)
        case Choice():
            left = evaluate(e.left, read)
            return None if left is None else int((left in e.numbers) is not e.negated)
        case Arithmetic() | Comparison():
            return _two(e, evaluate(e.left, read), evaluate(e.right, read))
        case Call():
            one, other = (evaluate(a, read) for a in e.arguments)
            return None if one is None or other is None else _CALLS[e.function](one, other)


def _kleene(values: Iterator[int | None], *, stop: int) -> int | None:
    """One value that stops settles it, whatever is unknown; otherwise one unknown makes all unknown."""
    unknown = False
    for value in values:
        if value is None:
            unknown = True
        elif bool(value) is bool(stop):
            return stop
    return None if unknown else 1 - stop


def _two(e: Arithmetic | Comparison, one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return None
    if isinstance(e, Comparison):
        return int(_TESTS[e.op](one, other))
    if e.type is Type.DATE:
        return add_days(one, -other if e.op == "-" else other)
    return _NUMBERS[e.op](one, other)


def unsettled(e: Expr, read: Read) -> Iterator[Reference]:
    """The names whose missing value leaves the expression unknown; parts that are certain ask for nothing."""
    if evaluate(e, read) is not None:
        return
    match e:
        case Reference():
            yield e
        case All() | Any():
            for part in e.parts:
                yield from unsettled(part, read)
        case Not():
            yield from unsettled(e.part, read)
        case Choice():
            yield e.left
        case Arithmetic() | Comparison():
            yield from unsettled(e.left, read)
            yield from unsettled(e.right, read)
        case Call():
            for argument in e.arguments:
                yield from unsettled(argument, read)
