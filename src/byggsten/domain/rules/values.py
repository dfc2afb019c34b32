"""Values as source, and what must be known for each of them to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import selector
from byggsten.domain.rules.expressions import (
    Arithmetic,
    Call,
    Choice,
    Comparison,
    Constant,
    Reference,
    Role,
    Type,
    references,
)
from byggsten.domain.rules.logic import joined
from byggsten.domain.rules.needs import NEVER_KNOWN, NOTHING, UNKNOWN_CODE, UNKNOWN_NUMBER, Needs, number_on

if TYPE_CHECKING:
    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Tables

_PREFIX = {Role.FACT: "f_", Role.DERIVED: "d_", Role.RULE: "r_"}
_CALLS = {"månader_efter": "months_after", "hela_år": "years_between", "minsta": "min", "största": "max"}


class Values:
    """Writes values under one day's law.

    ``maybe``: the facts that may be missing; ``absent``: those that always are.
    ``word_bits``: how many missing-marks fit in one whole number, or 0 when there is no limit.
    ``uncertain``: the rules and yes/no values written so far that may come out unknown.
    """

    def __init__(
        self, tables: Tables, day: int, maybe: frozenset[str], absent: frozenset[str], word_bits: int
    ) -> None:
        self.tables = tables
        self.day = day
        self.maybe = maybe
        self.absent = absent
        self.word_bits = word_bits
        self.uncertain: set[str] = set()
        self._derived: dict[str, Needs] = {}

    def source(self, e: Expr) -> str:
        """The source of a value, right when all it needs is known."""
        match e:
            case Constant():
                return str(e.number)
            case Reference():
                return self._name(e)
            case Arithmetic(type=Type.DATE):
                sign = "-" if e.op == "-" else ""
                return f"add_days({self.source(e.left)}, {sign}{self.source(e.right)})"
            case Arithmetic() | Comparison():
                return f"({self.source(e.left)} {e.op} {self.source(e.right)})"
            case Call():
                return f"{_CALLS[e.function]}({', '.join(self.source(a) for a in e.arguments)})"
            case Choice():
                sign, word = ("!=", "and") if e.negated else ("==", "or")
                return joined(word, (f"({self._name(e.left)} {sign} {n})" for n in e.numbers))
            case _:
                raise TypeError(e)

    def needs(self, e: Expr) -> Needs:
        """Everything that must be known for the value to be known."""
        out = NOTHING
        for ref in references(e):
            out |= self._needs_of(ref)
        return out

    def known(self, needs: Needs) -> str:
        """The test that all of it is known, as source."""
        if needs.never:
            return "False"
        words: dict[int, int] = {}
        for name in needs.facts:
            index = self.tables.facts[name].index
            word, bit = divmod(index, self.word_bits) if self.word_bits else (0, index)
            words[word] = words.get(word, 0) | 1 << bit
        marks = [f"(m{word} & {bits} == 0)" for word, bits in sorted(words.items())]
        return joined("and", [*marks, *sorted(needs.tests)])

    def unknown(self, rule: str) -> str:
        """The mark for okänt of a rule."""
        return str(UNKNOWN_CODE if self.tables.rules[rule].outcomes else UNKNOWN_NUMBER)

    def _name(self, e: Reference) -> str:
        if e.role is Role.TODAY:
            return "idag"
        if e.role is Role.PARAMETER:
            return self._parameter(self.tables.parameters[e.name])
        return _PREFIX[e.role] + e.name

    def _parameter(self, parameter: Parameter) -> str:
        if parameter.selector_role is Role.TODAY:
            out = str(number_on(parameter, self.day))
        else:
            day = _PREFIX[parameter.selector_role] + parameter.selector
            out = str(parameter.values[0].number)
            for value in parameter.values[1:]:
                out = f"({value.number} if {day} >= {value.since.toordinal()} else {out})"
        return f"({out} == 1)" if parameter.type is Type.TRUTH else out

    def _needs_of(self, ref: Reference) -> Needs:
        match ref.role:
            case Role.FACT:
                if ref.name in self.absent:
                    return NEVER_KNOWN
                return Needs(frozenset({ref.name})) if ref.name in self.maybe else NOTHING
            case Role.RULE if ref.name in self.uncertain:
                return Needs(tests=frozenset({f"(r_{ref.name} != {self.unknown(ref.name)})"}))
            case Role.PARAMETER:
                return self._needs_parameter(self.tables.parameters[ref.name])
            case Role.DERIVED:
                if ref.name not in self._derived:
                    self._derived[ref.name] = self.needs(self.tables.derived[ref.name].expression)
                return self._derived[ref.name]
            case _:
                return NOTHING

    def _needs_parameter(self, parameter: Parameter) -> Needs:
        if parameter.selector_role is Role.TODAY:
            return NEVER_KNOWN if number_on(parameter, self.day) is None else NOTHING
        if not parameter.values:
            return NEVER_KNOWN
        day = selector(self.tables, parameter.name)
        first = parameter.values[0].since.toordinal()
        return self._needs_of(day) | Needs(tests=frozenset({f"({self._name(day)} >= {first})"}))
