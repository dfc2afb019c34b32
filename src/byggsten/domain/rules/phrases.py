"""A condition as a sentence people can read, in Swedish or English, with labels instead of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.evidence import shown
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
from byggsten.domain.rules.labels import in_words, label_of, unit_of
from byggsten.domain.rules.phrase_words import ARITHMETIC, CALLS, DAYS, OPPOSITE, QUOTES, SIGNS, WORDS
from byggsten.domain.rules.wording import listed, lower_first, value_text, with_unit

if TYPE_CHECKING:
    from byggsten.domain.rules.case import Case
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Tables


def phrase(tables: Tables, e: Expr, language: str, case: Case | None = None) -> str:
    """The condition in words.  With a case, parameters show the value that holds for it."""
    return _Phrases(tables, language, case).say(e)


class _Phrases:
    def __init__(self, tables: Tables, language: str, case: Case | None) -> None:
        self.tables = tables
        self.language = language
        self.case = case
        self.words = WORDS[language]

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
                signs = (DAYS if type_of(e.left) is Type.DATE else SIGNS)[self.language]
                return f"{self.side(e.left)} {signs[e.op]} {self.right(e)}"
            case Arithmetic():
                return self.arithmetic(e)
            case Call():
                return self.call(e)

    def inside(self, part: Expr, whole: Expr) -> str:
        """Parentheses where «och» and «eller» meet."""
        text = self.say(part)
        return f"({text})" if isinstance(part, All | Any) and type(part) is not type(whole) else text

    def negated(self, part: Expr) -> str:
        match part:
            case Choice():
                return self.choice(Choice(part.left, part.codes, part.numbers, not part.negated))
            case Comparison():
                return self.say(Comparison(OPPOSITE[part.op], part.left, part.right))
        inner = self.quoted(part) if isinstance(part, Reference) else f"({self.say(part)})"
        return f"{self.words['not']} {inner}"

    def right(self, e: Comparison) -> str:
        """A bare number on the right takes the unit of the name on the left."""
        if not isinstance(e.right, Constant) or not isinstance(e.left, Reference):
            return self.side(e.right)
        return with_unit(e.right.number, e.right.type, unit_of(self.tables, e.left), self.language)

    def name(self, e: Reference) -> str:
        if e.role is Role.TODAY:
            return self.words["today"]
        label = lower_first(label_of(self.tables, e).text(self.language))
        value = self.parameter(e)
        return f"{label} ({value})" if value else label

    def parameter(self, e: Expr) -> str:
        """The value of a parameter with its unit: the case's own, or the only one it has ever had."""
        if not isinstance(e, Reference) or e.role is not Role.PARAMETER:
            return ""
        if self.case is not None:
            return shown(self.case, e, self.language, alone=True)
        values = self.tables.parameters[e.name].values
        return (
            in_words(self.tables, e, values[0].number, self.language, alone=True) if len(values) == 1 else ""
        )

    def quoted(self, e: Reference) -> str:
        return lower_first(label_of(self.tables, e).text(self.language)).join(QUOTES[self.language])

    def choice(self, e: Choice) -> str:
        tables = self.tables
        found = (
            tables.facts[e.left.name].codes
            if e.left.role is Role.FACT
            else tables.rules[e.left.name].outcomes
        )
        labels = [lower_first(found[n].label.text(self.language)) for n in e.numbers]
        sign = self.words["is not" if e.negated else "is"]
        return f"{self.name(e.left)} {sign} {listed(labels, self.language, self.words['or'])}"

    def call(self, e: Call) -> str:
        one, other = e.arguments
        if e.function == "månader_efter":
            return self.words["after"].format(self.amount(other, "months"), self.operand(one))
        return CALLS[self.language][e.function].format(self.operand(one), self.operand(other))

    def amount(self, e: Expr, unit: str) -> str:
        """«12 månader», «24 månader (längsta tid)» or, when nobody knows how many, who says."""
        word = self.words[unit]
        if isinstance(e, Constant):
            return f"{e.number} {word}"
        value = self.parameter(e)
        if value and isinstance(e, Reference):
            return f"{value} ({lower_first(label_of(self.tables, e).text(self.language))})"
        return self.words["as many"].format(word, self.operand(e))

    def arithmetic(self, e: Arithmetic) -> str:
        if e.op == "-" and e.left == Constant(0, Type.NUMBER):
            return f"−{self.operand(e.right)}"
        left = self.operand(e.left, e.op)
        if e.type is Type.DATE:
            return f"{left} {'plus' if e.op == '+' else 'minus'} {self.amount(e.right, 'days')}"
        return f"{left} {ARITHMETIC[e.op]} {self.operand(e.right, e.op)}"

    def operand(self, e: Expr, op: str = "") -> str:
        """A part of a larger whole; parentheses unless everybody knows what is calculated first."""
        plain = isinstance(e, Arithmetic) and (e.type is Type.DATE or (e.op == "*" and op in ("+", "-", "*")))
        return f"({self.say(e)})" if isinstance(e, Arithmetic) and not plain else self.side(e)

    def side(self, e: Expr) -> str:
        """One side of a comparison; a label with a comma in it is quoted."""
        text = self.say(e)
        return self.quoted(e) if isinstance(e, Reference) and ", " in text else text
