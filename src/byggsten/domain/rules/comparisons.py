"""Comparisons: like with like, codes only with their own codes, yes and no only by name."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import (
    All,
    Any,
    Choice,
    Comparison,
    Constant,
    Not,
    Reference,
    Type,
    type_of,
)

if TYPE_CHECKING:
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.names import Name

_COMPARE: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
WORD = {Type.DATE: "ett datum", Type.NUMBER: "ett tal", Type.TRUTH: "ja eller nej", Type.CODE: "en kod"}


class Comparisons(ABC):
    """Reads comparisons; ``node`` reads everything else and is given by the class that builds on this."""

    def __init__(self, text: str, names: dict[str, Name]) -> None:
        self.text = text
        self.names = names

    @abstractmethod
    def node(self, e: ast.expr) -> Expr:
        """Any part of the text."""

    def wrong(self, problem: str, remedy: str) -> RulebookError:
        """An error about the whole text."""
        return RulebookError(f"{problem} (i «{self.text}»)", remedy=remedy)

    def of(self, e: ast.expr, wanted: Type) -> Expr:
        """A part that must be of a type."""
        found = self.node(e)
        if type_of(found) is not wanted:
            raise self.wrong(
                f"«{ast.unparse(e)}» är {WORD[type_of(found)]}, men här behövs {WORD[wanted]}",
                "Jämför datum med datum och tal med tal",
            )
        return found

    def compare(self, e: ast.Compare) -> Expr:
        """One comparison, or a chain of them that all must hold."""
        parts: list[Expr] = []
        left = e.left
        for op, right in zip(e.ops, e.comparators, strict=True):
            parts.append(self._pair(left, op, right))
            left = right
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Expr:
        one = self.node(left)
        if isinstance(one, Reference) and one.type is Type.CODE:
            return self._choice(one, op, right)
        if isinstance(op, ast.In | ast.NotIn):
            options = right.elts if isinstance(right, ast.Tuple) else [right]
            if not options:
                raise self.wrong("listan efter «i» är tom", "Skriv minst ett tal i parentesen")
            found = Any(tuple(self._pair(left, ast.Eq(), option) for option in options))
            return Not(found) if isinstance(op, ast.NotIn) else found
        other = self.node(right)
        if type_of(one) is not type_of(other):
            first = f"«{ast.unparse(left)}» är {WORD[type_of(one)]}"
            second = f"«{ast.unparse(right)}» är {WORD[type_of(other)]}"
            raise self.wrong(f"{first} men {second}", "Jämför datum med datum och tal med tal")
        if type_of(one) is Type.TRUTH:
            return self._yes_or_no(one, op, other)
        return Comparison(_COMPARE[type(op)], one, other)

    def _yes_or_no(self, one: Expr, op: ast.cmpop, other: Expr) -> Expr:
        if not isinstance(op, ast.Eq | ast.NotEq) or not isinstance(other, Constant):
            raise self.wrong(
                "ja och nej jämförs bara med «är ja» och «är nej»",
                "Skriv bara namnet, eller «inte» och namnet",
            )
        return one if bool(other.number) is isinstance(op, ast.Eq) else Not(one)

    def _choice(self, one: Reference, op: ast.cmpop, right: ast.expr) -> Expr:
        if not isinstance(op, ast.Eq | ast.NotEq | ast.In | ast.NotIn):
            raise self.wrong(f"«{one.name}» är en kod och har ingen ordning", "Skriv «är» eller «i (…)»")
        options = right.elts if isinstance(right, ast.Tuple) else [right]
        codes = self.names[one.name].codes
        if not options:
            raise self.wrong("listan efter «i» är tom", "Skriv minst ett namn i parentesen")
        picked: list[str] = []
        for option in options:
            if not isinstance(option, ast.Name) or option.id not in codes:
                word = ast.unparse(option)
                raise self.wrong(f"«{one.name}» kan inte vara «{word}»", nearest(word, codes))
            picked.append(option.id)
        numbers = tuple(codes[c] for c in picked)
        return Choice(one, tuple(picked), numbers, isinstance(op, ast.NotEq | ast.NotIn))
