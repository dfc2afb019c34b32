"""Tables to one straight-line Python function, with «surely true» and «surely false» for each condition.

A fact that may be missing makes logic three-valued (Kleene).
Each condition becomes two: one that is true only when it surely holds, one only when it surely does not.
A row that is neither gives «okänt».  Where nothing can be missing the second is not written at all.
The same lines, with other words around them, run for one person and in a compiled loop over a population.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import expressions_of, needed, rows_on
from byggsten.domain.rules.errors import RulebookError
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
    references,
    type_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Parameter, Row, Tables

# Outcomes that mean «okänt», in a table of outcomes and in a table of numbers.
UNKNOWN_CODE = 255
UNKNOWN_NUMBER = -(1 << 31)

_PREFIX = {Role.FACT: "f_", Role.DERIVED: "d_", Role.RULE: "r_"}
_CALLS = {"månader_efter": "months_after", "hela_år": "years_between", "minsta": "min", "största": "max"}


@dataclass(frozen=True, slots=True)
class Both:
    """A condition as two pieces of source.  ``false`` is None when nothing in it can be unknown."""

    true: str
    false: str | None = None

    def not_(self) -> Both:
        if self.false is None:
            return Both(_not(self.true))
        return Both(self.false, self.true)

    def surely_false(self) -> str:
        return _not(self.true) if self.false is None else self.false


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be known for a value to be known: facts, and conditions on outcomes and dates."""

    facts: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()
    never: bool = False

    def __or__(self, other: Needs) -> Needs:
        return Needs(self.facts | other.facts, self.tests | other.tests, self.never or other.never)


NOTHING = Needs()
NEVER_KNOWN = Needs(never=True)


def _not(source: str) -> str:
    return {"True": "False", "False": "True"}.get(source, f"not {source}")


def _join(word: str, parts: Iterable[str]) -> str:
    """Join with and/or, folding what is constant."""
    stop, skip = ("False", "True") if word == "and" else ("True", "False")
    kept = list(dict.fromkeys(p for p in parts if p != skip))
    if stop in kept:
        return stop
    if len(kept) < 2:
        return kept[0] if kept else skip
    return "(" + f" {word} ".join(kept) + ")"


class Writer:
    """Writes the lines of the wanted rules for one day's law.

    ``maybe``: the facts that may be missing; ``absent``: those that always are.
    ``given``: derived values that the caller has computed already.
    ``word_bits``: how many missing-marks fit in one whole number, or 0 when there is no limit.
    """

    def __init__(
        self,
        tables: Tables,
        wanted: tuple[str, ...],
        day: int,
        *,
        maybe: frozenset[str],
        absent: frozenset[str] = frozenset(),
        given: frozenset[str] = frozenset(),
        word_bits: int = 0,
    ) -> None:
        self.tables = tables
        self.day = day
        self.maybe = maybe
        self.absent = absent
        self.given = given
        self.word_bits = word_bits
        self.names, self.facts = needed(tables, wanted, day)
        self.uncertain: set[str] = set()
        self._needs: dict[str, Needs] = {}

    def lines(self) -> list[str]:
        """The statements, in order."""
        out: list[str] = []
        for name in self.names:
            if name in self.tables.rules:
                out += self._rule(name)
            elif name not in self.given:
                out += self._derived(name)
        return out

    def fixed(self) -> list[str]:
        """Derived numbers and days that depend on neither today nor a rule: the same every day of this law."""
        found: set[str] = set()
        for name in self.names:
            made = self.tables.derived.get(name)
            if made is None or made.type is Type.TRUTH:
                continue
            refs = [r for r in references(made.expression)]
            if all(
                r.role is Role.FACT
                or (r.role is Role.DERIVED and r.name in found)
                or (r.role is Role.PARAMETER and self.tables.parameters[r.name].selector_role is not Role.RULE)
                for r in refs
            ):
                found.add(name)
        return [n for n in self.names if n in found]

    # -- statements ------------------------------------------------------------------------------------------

    def _derived(self, name: str) -> list[str]:
        made = self.tables.derived[name]
        if made.type is not Type.TRUTH:
            if self.needs(made.expression).never:
                return []
            return [f"d_{name} = {self.value(made.expression)}"]
        both = self.truth(made.expression)
        if both.false is None:
            return [f"d_{name} = {both.true}"]
        self.uncertain.add(name)
        return [f"d_{name} = {both.true}", f"n_{name} = {both.false}"]

    def _rule(self, name: str) -> list[str]:
        out: list[str] = []
        head = "if"
        for row in rows_on(self.tables, name, self.day):
            both = Both("True") if row.condition is None else self.truth(row.condition)
            if both.true != "False":
                out += [self._head(head, both.true), *self._hit(name, row)]
                head = "elif"
            if both.true == "True":
                break
            if both.false is not None and both.false != "True":
                self.uncertain.add(name)
                out += [self._head(head, _not(both.false)), f"    {self._set(name, self._unknown(name), row)}"]
                head = "elif"
                if both.false == "False":
                    break
        return out

    def _head(self, head: str, test: str) -> str:
        if test == "True":
            return "else:" if head == "elif" else "if True:"
        return f"{head} {test}:"

    def _hit(self, name: str, row: Row) -> list[str]:
        if row.formula is None:
            return [f"    {self._set(name, str(row.code), row)}"]
        known = self._known(self.needs(row.formula))
        if known == "False":
            self.uncertain.add(name)
            return [f"    {self._set(name, self._unknown(name), row)}"]
        value = self.value(row.formula)
        if known == "True":
            return [f"    {self._set(name, value, row)}"]
        self.uncertain.add(name)
        return [
            f"    k_{name} = {row.number}",
            f"    if {known}:",
            f"        r_{name} = {value}",
            "    else:",
            f"        r_{name} = {self._unknown(name)}",
        ]

    def _set(self, name: str, value: str, row: Row) -> str:
        return f"r_{name}, k_{name} = {value}, {row.number}"

    def _unknown(self, rule: str) -> str:
        return str(UNKNOWN_CODE if self.tables.rules[rule].outcomes else UNKNOWN_NUMBER)

    # -- conditions ------------------------------------------------------------------------------------------

    def truth(self, e: Expr) -> Both:
        """A condition as surely true and surely false."""
        match e:
            case Not():
                return self.truth(e.part).not_()
            case All():
                return self._joined("and", "or", e.parts)
            case Any():
                return self._joined("or", "and", e.parts)
            case Reference(role=Role.DERIVED):
                if e.name in self.uncertain:
                    return Both(f"d_{e.name}", f"n_{e.name}")
                return Both(f"d_{e.name}")
            case Constant():
                return Both("True" if e.number else "False")
        needs = self.needs(e)
        known = self._known(needs)
        if known == "False":
            return Both("False", "False")
        value = self.value(e)
        if known == "True":
            return Both(value)
        return Both(_join("and", (known, value)), _join("and", (known, _not(value))))

    def _joined(self, word: str, other: str, parts: tuple[Expr, ...]) -> Both:
        found = [self.truth(p) for p in parts]
        true = _join(word, (b.true for b in found))
        if all(b.false is None for b in found):
            return Both(true)
        return Both(true, _join(other, (b.surely_false() for b in found)))

    # -- values ----------------------------------------------------------------------------------------------

    def value(self, e: Expr) -> str:
        """The source of a value, right when all it needs is known."""
        match e:
            case Constant():
                return str(e.number)
            case Reference(role=Role.TODAY):
                return "idag"
            case Reference(role=Role.PARAMETER):
                return self._parameter(self.tables.parameters[e.name])
            case Reference():
                return _PREFIX[e.role] + e.name
            case Arithmetic():
                return self._arithmetic(e)
            case Call():
                return f"{_CALLS[e.function]}({', '.join(self.value(a) for a in e.arguments)})"
            case Comparison():
                return f"({self.value(e.left)} {e.op} {self.value(e.right)})"
            case Choice():
                left = self.value(e.left)
                signs, word = ("!=", "and") if e.negated else ("==", "or")
                return _join(word, (f"({left} {signs} {n})" for n in e.numbers))
        raise TypeError(e)

    def _arithmetic(self, e: Arithmetic) -> str:
        left, right = self.value(e.left), self.value(e.right)
        if e.type is Type.DATE:
            return f"add_days({left}, {'-' if e.op == '-' else ''}{right})"
        return f"({left} {e.op} {right})"

    def _parameter(self, parameter: Parameter) -> str:
        if parameter.selector_role is Role.TODAY:
            value = self._today(parameter)
            return str(value if parameter.type is not Type.TRUTH else bool(value))
        day = _PREFIX[parameter.selector_role] + parameter.selector
        out = str(parameter.values[0].number)
        for value in parameter.values[1:]:
            out = f"({value.number} if {day} >= {value.since.toordinal()} else {out})"
        return f"({out} == 1)" if parameter.type is Type.TRUTH else out

    def _today(self, parameter: Parameter) -> int | None:
        value = parameter.on(self.day)
        if value is None and not parameter.open:
            raise not_in_force(parameter, self.day)
        return None if value is None else value.number

    # -- what must be known ----------------------------------------------------------------------------------

    def needs(self, e: Expr) -> Needs:
        """Everything that must be known for the value to be known."""
        out = NOTHING
        for ref in references(e):
            out |= self._needs_of(ref)
        return out

    def _needs_of(self, ref: Reference) -> Needs:
        match ref.role:
            case Role.FACT:
                if ref.name in self.absent:
                    return NEVER_KNOWN
                return Needs(frozenset({ref.name})) if ref.name in self.maybe else NOTHING
            case Role.RULE:
                if ref.name not in self.uncertain:
                    return NOTHING
                return Needs(tests=frozenset({f"(r_{ref.name} != {self._unknown(ref.name)})"}))
            case Role.PARAMETER:
                return self._needs_parameter(self.tables.parameters[ref.name])
            case Role.DERIVED:
                return self._needs_derived(ref.name)
        return NOTHING

    def _needs_parameter(self, parameter: Parameter) -> Needs:
        if parameter.selector_role is Role.TODAY:
            return NEVER_KNOWN if self._today(parameter) is None else NOTHING
        if not parameter.values:
            return NEVER_KNOWN
        selector = Reference(parameter.selector, parameter.selector_role, Type.DATE)
        first = parameter.values[0].since.toordinal()
        return self._needs_of(selector) | Needs(tests=frozenset({f"({self.value(selector)} >= {first})"}))

    def _needs_derived(self, name: str) -> Needs:
        if name not in self._needs:
            self._needs[name] = self.needs(self.tables.derived[name].expression)
        return self._needs[name]

    def _known(self, needs: Needs) -> str:
        if needs.never:
            return "False"
        words: dict[int, int] = {}
        for name in needs.facts:
            word, bit = divmod(self.tables.facts[name].index, self.word_bits) if self.word_bits else (0, self.tables.facts[name].index)
            words[word] = words.get(word, 0) | 1 << bit
        marks = [f"(m{word} & {bits} == 0)" for word, bits in sorted(words.items())]
        return _join("and", [*marks, *sorted(needs.tests)])


def not_in_force(parameter: Parameter, day: int) -> RulebookError:
    """The refusal to answer about a time before the rules."""
    first = parameter.values[0].since if parameter.values else None
    since = f"värden finns från och med {first}" if first else "den har inget värde alls"
    return RulebookError(
        f"«{parameter.label.sv}» har inget värde den {date.fromordinal(day)}; reglerna gäller inte då, {since}",
        remedy="Fråga om en senare dag, eller lägg till det äldre värdet med sin källa",
        file=parameter.file,
        place=f"parametrar.{parameter.name}",
    )
