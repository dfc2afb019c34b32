"""A condition as a sentence people can read, in Swedish or English, with labels instead of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    Role,
    Type,
    type_of,
)
from byggsten.domain.rules.shown import label_of, shown, unit_of
from byggsten.domain.rules.wording import listed, lower_first, value_text, with_unit

if TYPE_CHECKING:
    from byggsten.domain.rules.case import Case
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Tables

_SIGNS = {
    "sv": {"==": "är", "!=": "är inte", ">=": "är minst", "<=": "är högst", ">": "är över", "<": "är under"},
    "en": {
        "==": "is",
        "!=": "is not",
        ">=": "is at least",
        "<=": "is at most",
        ">": "is over",
        "<": "is under",
    },
}
_DAYS = {
    "sv": {
        "==": "är",
        "!=": "är inte",
        ">=": "är tidigast",
        "<=": "är senast",
        ">": "är efter",
        "<": "är före",
    },
    "en": {
        "==": "is",
        "!=": "is not",
        ">=": "is on or after",
        "<=": "is on or before",
        ">": "is after",
        "<": "is before",
    },
}
_WORDS = {
    "sv": {
        "and": "och",
        "or": "eller",
        "not": "inte",
        "is": "är",
        "is not": "är inte",
        "today": "dagen",
        "days": "dagar",
    },
    "en": {
        "and": "and",
        "or": "or",
        "not": "not",
        "is": "is",
        "is not": "is not",
        "today": "the day",
        "days": "days",
    },
}
_CALLS = {
    "sv": {
        "månader_efter": "dagen {1} månader efter {0}",
        "hela_år": "antalet hela år från {0} till {1}",
        "minsta": "det minsta av {0} och {1}",
        "största": "det största av {0} och {1}",
    },
    "en": {
        "månader_efter": "the day {1} months after {0}",
        "hela_år": "the number of whole years from {0} to {1}",
        "minsta": "the smaller of {0} and {1}",
        "största": "the larger of {0} and {1}",
    },
}


def phrase(tables: Tables, e: Expr, language: str, case: Case | None = None) -> str:
    """The condition in words.  With a case, parameters show the value that holds for it."""
    return _Phrases(tables, language, case).say(e)


class _Phrases:
    def __init__(self, tables: Tables, language: str, case: Case | None) -> None:
        self.tables = tables
        self.language = language
        self.case = case
        self.words = _WORDS[language]

    def say(self, e: Expr) -> str:  # noqa: PLR0911 - one line for each kind of node
        match e:
            case Constant():
                return value_text(e.number, e.type, "", self.language)
            case Reference():
                return self.name(e)
            case Not():
                return self.negated(e.part)
            case All() | Any():
                word = self.words["and" if isinstance(e, All) else "or"]
                return f" {word} ".join(self.inside(p, e) for p in e.parts)
            case Choice():
                return self.choice(e)
            case Comparison():
                signs = (_DAYS if type_of(e.left) is Type.DATE else _SIGNS)[self.language]
                return f"{self.say(e.left)} {signs[e.op]} {self.right(e)}"
            case Arithmetic():
                return self.arithmetic(e)
            case Call():
                return _CALLS[self.language][e.function].format(*(self.say(a) for a in e.arguments))

    def inside(self, part: Expr, whole: Expr) -> str:
        """Parentheses where «och» and «eller» meet."""
        text = self.say(part)
        return f"({text})" if isinstance(part, All | Any) and type(part) is not type(whole) else text

    def negated(self, part: Expr) -> str:
        match part:
            case Choice():
                return self.choice(Choice(part.left, part.codes, part.numbers, not part.negated))
            case Comparison(op=op) if op in _OPPOSITE:
                return self.say(Comparison(_OPPOSITE[op], part.left, part.right))
            case Reference():
                return f"{self.words['not']} {self.name(part)}"
        return f"{self.words['not']} ({self.say(part)})"

    def right(self, e: Comparison) -> str:
        """A bare number on the right takes the unit of the name on the left."""
        if isinstance(e.right, Constant) and isinstance(e.left, Reference):
            return with_unit(e.right.number, e.right.type, unit_of(self.tables, e.left), self.language)
        return self.say(e.right)

    def name(self, e: Reference) -> str:
        if e.role is Role.TODAY:
            return self.words["today"]
        label = lower_first(label_of(self.tables, e).text(self.language))
        if e.role is Role.PARAMETER and self.case is not None:
            return f"{label} ({shown(self.case, e, self.language, alone=True)})"
        return label

    def choice(self, e: Choice) -> str:
        codes = (
            self.tables.facts[e.left.name].codes
            if e.left.role is Role.FACT
            else self.tables.rules[e.left.name].outcomes
        )
        labels = [lower_first(codes[n].label.text(self.language)) for n in e.numbers]
        sign = self.words["is not" if e.negated else "is"]
        return f"{self.name(e.left)} {sign} {listed(labels, self.language, self.words['or'])}"

    def arithmetic(self, e: Arithmetic) -> str:
        left, right = self.operand(e.left), self.operand(e.right)
        if e.op == "-" and isinstance(e.left, Constant) and e.left.number == 0:
            return f"−{right}"
        if e.type is Type.DATE:
            return f"{left} {'plus' if e.op == '+' else 'minus'} {right} {self.words['days']}"
        return f"{left} {_ARITHMETIC[e.op]} {right}"

    def operand(self, e: Expr) -> str:
        return f"({self.say(e)})" if isinstance(e, Arithmetic) else self.say(e)


_OPPOSITE = {"==": "!=", "!=": "==", ">=": "<", "<": ">=", "<=": ">", ">": "<="}
_ARITHMETIC = {"+": "+", "-": "−", "*": "×", "//": "÷"}
