"""A condition as two pieces of source: true only when it surely holds, and only when it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules.expressions import All, Any, Constant, Not, Reference, Role
from byggsten.domain.rules.logic import joined, negation

if TYPE_CHECKING:
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.values import Values


@dataclass(frozen=True, slots=True)
class Both:
    """``true`` and ``false`` as source; ``false`` is None when nothing in the condition can be unknown."""

    true: str
    false: str | None = None

    def inverted(self) -> Both:
        """The same of «inte»."""
        return Both(negation(self.true)) if self.false is None else Both(self.false, self.true)

    def surely_false(self) -> str:
        """Source that is true only when the condition surely does not hold."""
        return negation(self.true) if self.false is None else self.false


def both(e: Expr, values: Values) -> Both:
    """Write a condition by Kleene's rules."""
    match e:
        case Not():
            return both(e.part, values).inverted()
        case All():
            return _parts("and", "or", e.parts, values)
        case Any():
            return _parts("or", "and", e.parts, values)
        case Reference(role=Role.DERIVED):
            return Both(f"d_{e.name}", f"n_{e.name}" if e.name in values.uncertain else None)
        case Constant():
            return Both("True" if e.number else "False")
        case _:
            return _single(e, values)


def _single(e: Expr, values: Values) -> Both:
    known = values.known(values.needs(e))
    if known == "False":
        return Both("False", "False")
    source = values.source(e)
    if known == "True":
        return Both(source)
    return Both(joined("and", (known, source)), joined("and", (known, negation(source))))


def _parts(word: str, other: str, parts: tuple[Expr, ...], values: Values) -> Both:
    found = [both(p, values) for p in parts]
    true = joined(word, (b.true for b in found))
    if all(b.false is None for b in found):
        return Both(true)
    return Both(true, joined(other, (b.surely_false() for b in found)))
