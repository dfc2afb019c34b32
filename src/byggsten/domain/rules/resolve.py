"""From Python's expression tree to typed nodes: every name known, every comparison between like and like."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from byggsten.domain.rules.calendar import NEVER_DAY
from byggsten.domain.rules.comparisons import WORD, Comparisons
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import (
    All,
    Any,
    Arithmetic,
    Call,
    Constant,
    Expr,
    Not,
    Reference,
    Role,
    Type,
    type_of,
)
from byggsten.domain.rules.language import FUNCTIONS, UNKNOWN, parse

if TYPE_CHECKING:
    from byggsten.domain.rules.names import Name

_BINARY: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//"}


def resolve(text: str, names: dict[str, Name], wanted: Type) -> Expr:
    """Read an expression that must be of the wanted type.

    Raises RulebookError without a place; the caller knows where the text stood.
    """
    found = _Resolver(text, names).node(parse(text))
    if type_of(found) is not wanted:
        raise RulebookError(
            f"«{text}» är {WORD[type_of(found)]}, men här behövs {WORD[wanted]}",
            remedy="Skriv om uttrycket eller ändra «typ»",
        )
    return found


class _Resolver(Comparisons):
    def node(self, e: ast.expr) -> Expr:  # noqa: PLR0911 - one line for each kind of node
        match e:
            case ast.Constant(value=int(number)):
                return Constant(number, Type.NUMBER)
            case ast.Name(id=name):
                return self.name(name)
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return Not(self.of(part, Type.TRUTH))
            case ast.UnaryOp(operand=part):
                return Arithmetic("-", Constant(0, Type.NUMBER), self.of(part, Type.NUMBER), Type.NUMBER)
            case ast.BoolOp(op=op, values=values):
                parts = tuple(self.of(v, Type.TRUTH) for v in values)
                return All(parts) if isinstance(op, ast.And) else Any(parts)
            case ast.BinOp():
                return self.arithmetic(e)
            case ast.Call(func=ast.Name(id=function)):
                return self.call(function, e)
            case ast.Compare():
                return self.compare(e)
        raise self.wrong(
            f"«{ast.unparse(e)}» kan inte stå för sig själv", "En lista i parentes hör hemma efter «i»"
        )

    def name(self, name: str) -> Expr:
        if name in ("ja", "nej"):
            return Constant(int(name == "ja"), Type.TRUTH)
        if name == "aldrig":
            return Constant(NEVER_DAY, Type.DATE)
        if name == UNKNOWN:
            raise self.wrong(
                "ingen rad kan fråga efter «okänt»",
                "Okänt blir utfallet av sig självt när en uppgift som behövs saknas",
            )
        if name not in self.names:
            raise self.wrong(f"okänt namn «{name}»", nearest(name, self.names))
        return Reference(name, self.names[name].role, self.names[name].type)

    def arithmetic(self, e: ast.BinOp) -> Expr:
        op = _BINARY[type(e.op)]
        left, right = self.node(e.left), self.node(e.right)
        types = (type_of(left), type_of(right))
        if types == (Type.NUMBER, Type.NUMBER):
            if op == "//":
                self.divisor(right)
            return Arithmetic(op, left, right, Type.NUMBER)
        if types == (Type.DATE, Type.NUMBER) and op in "+-":
            return Arithmetic(op, left, right, Type.DATE)
        if types == (Type.DATE, Type.DATE) and op == "-":
            return Arithmetic(op, left, right, Type.NUMBER)
        raise self.wrong(
            f"kan inte räkna {WORD[types[0]]} {op} {WORD[types[1]]}",
            "Tal räknas med tal; ett datum plus eller minus dagar är ett datum; datum minus datum är dagar",
        )

    def divisor(self, e: Expr) -> None:
        """A divisor that could be nought is refused here rather than met on a Monday morning."""
        named = isinstance(e, Reference) and e.role is Role.PARAMETER
        if not named and not (isinstance(e, Constant) and e.number > 0):
            raise self.wrong(
                "delning görs bara med ett tal större än noll eller med en parameter",
                "Multiplicera i stället på andra sidan",
            )

    def call(self, function: str, e: ast.Call) -> Expr:
        if len(e.args) != FUNCTIONS[function]:
            raise self.wrong(
                f"{function} ska ha {FUNCTIONS[function]} värden, inte {len(e.args)}",
                "Skriv till exempel månader_efter(dag, 12)",
            )
        if function == "månader_efter":
            return Call(function, (self.of(e.args[0], Type.DATE), self.of(e.args[1], Type.NUMBER)), Type.DATE)
        if function == "hela_år":
            return Call(function, (self.of(e.args[0], Type.DATE), self.of(e.args[1], Type.DATE)), Type.NUMBER)
        first = self.node(e.args[0])
        if type_of(first) not in (Type.DATE, Type.NUMBER):
            raise self.wrong(
                f"{function} väljer bland tal eller bland datum", "Skriv två tal eller två datum"
            )
        return Call(function, (first, self.of(e.args[1], type_of(first))), type_of(first))
