"""A condition as typed nodes: what the text of a row means once every name and code is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Type(StrEnum):
    """What kind of value a name stands for, in the words of the rule files."""

    DATE = "datum"
    NUMBER = "tal"
    TRUTH = "ja_nej"
    CODE = "kod"


class Role(StrEnum):
    """Where a name gets its value from."""

    FACT = "fakta"
    DERIVED = "härlett"
    PARAMETER = "parameter"
    RULE = "regel"
    TODAY = "idag"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a day number or 1/0 for yes/no."""

    number: int
    type: Type


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that is read."""

    name: str
    role: Role
    type: Type


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """``op`` is one of ``+ - * //``; the type tells a day from a number."""

    op: str
    left: Expr
    right: Expr
    type: Type


@dataclass(frozen=True, slots=True)
class Call:
    """One of the four functions of the language, by its Swedish name."""

    function: str
    arguments: tuple[Expr, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Comparison:
    """``op`` is one of ``== != < <= > >=`` between two numbers or two days."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Choice:
    """A code or an outcome is one of several; ``numbers`` are their places in the list of codes."""

    left: Reference
    codes: tuple[str, ...]
    numbers: tuple[int, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds («och»)."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds («eller»)."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold («inte»)."""

    part: Expr


Expr = Constant | Reference | Arithmetic | Call | Comparison | Choice | All | Any | Not


def type_of(e: Expr) -> Type:
    """The type of the value; everything that compares or joins is yes or no."""
    return e.type if isinstance(e, Constant | Reference | Arithmetic | Call) else Type.TRUTH


def children(e: Expr) -> tuple[Expr, ...]:
    """The nodes directly below, in reading order."""
    match e:
        case Arithmetic() | Comparison():
            return (e.left, e.right)
        case Choice():
            return (e.left,)
        case Call():
            return e.arguments
        case All() | Any():
            return e.parts
        case Not():
            return (e.part,)
        case _:
            return ()


def references(e: Expr) -> Iterator[Reference]:
    """Every name that is read, in reading order, repeated as often as it stands there."""
    if isinstance(e, Reference):
        yield e
    for child in children(e):
        yield from references(child)
