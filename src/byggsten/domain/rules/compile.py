"""Tables to the lines of one straight-line function, for one day's law.

A fact that may be missing makes logic three-valued (Kleene).
A row whose condition neither surely holds nor surely does not gives «okänt».
The same lines, with other words around them, run for one person and in a compiled loop over a population.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import needed, rows_on
from byggsten.domain.rules.conditions import Both, both
from byggsten.domain.rules.expressions import Role, Type, references
from byggsten.domain.rules.logic import negation
from byggsten.domain.rules.values import Values

if TYPE_CHECKING:
    from byggsten.domain.rules.expressions import Reference
    from byggsten.domain.rules.tables import Derived, Row, Tables

_NONE: frozenset[str] = frozenset()


class Writer:
    """Writes the lines of the wanted rules.

    ``names``: derived values and rules in their order; ``facts``: the facts they read.
    ``given``: derived values that the caller has computed already.
    """

    def __init__(
        self,
        tables: Tables,
        wanted: tuple[str, ...],
        day: int,
        *,
        maybe: frozenset[str] = _NONE,
        absent: frozenset[str] = _NONE,
        word_bits: int = 0,
    ) -> None:
        self.tables = tables
        self.day = day
        self.values = Values(tables, day, maybe, absent, word_bits)
        self.names, self.facts = needed(tables, wanted, day)

    def lines(self, given: frozenset[str] = _NONE) -> list[str]:
        """The statements, in order."""
        out: list[str] = []
        for name in self.names:
            if name in self.tables.rules:
                out += self._rule(name)
            elif name not in given:
                out += self.derived(self.tables.derived[name])
        return out

    def derived(self, made: Derived) -> list[str]:
        """A derived value; nothing at all for one that can not be known."""
        if made.type is not Type.TRUTH:
            if self.values.needs(made.expression).never:
                return []
            return [f"d_{made.name} = {self.values.source(made.expression)}"]
        found = both(made.expression, self.values)
        if found.false is None:
            return [f"d_{made.name} = {found.true}"]
        self.values.uncertain.add(made.name)
        return [f"d_{made.name} = {found.true}", f"n_{made.name} = {found.false}"]

    def fixed(self) -> list[Derived]:
        """Derived numbers and days that read neither today nor a rule: the same every day of this law."""
        found: set[str] = set()
        out: list[Derived] = []
        for name in self.names:
            made = self.tables.derived.get(name)
            if made is None or made.type is Type.TRUTH or self.values.needs(made.expression).never:
                continue
            if all(self._is_fixed(ref, found) for ref in references(made.expression)):
                found.add(name)
                out.append(made)
        return out

    def _is_fixed(self, ref: Reference, found: set[str]) -> bool:
        if ref.role is Role.PARAMETER:
            parameter = self.tables.parameters[ref.name]
            return parameter.selector_role is not Role.DERIVED or parameter.selector in found
        return ref.role is Role.FACT or ref.name in found

    def _rule(self, name: str) -> list[str]:
        out: list[str] = []
        for row in rows_on(self.tables, name, self.day):
            found = Both("True") if row.condition is None else both(row.condition, self.values)
            if found.true != "False":
                out += [_head(found.true, first=not out), *self._hit(name, row)]
            if found.true == "True":
                break
            if found.surely_false() != "True" and found.false is not None:
                self.values.uncertain.add(name)
                unsettled = negation(found.false)
                out += [
                    _head(unsettled, first=not out),
                    f"    {self._set(name, self.values.unknown(name), row)}",
                ]
                if unsettled == "True":
                    break
        return out

    def _hit(self, name: str, row: Row) -> list[str]:
        """What to do when a row decides; a number that needs a missing fact is okänt."""
        if row.formula is None:
            return [f"    {self._set(name, str(row.code), row)}"]
        known = self.values.known(self.values.needs(row.formula))
        if known == "True":
            return [f"    {self._set(name, self.values.source(row.formula), row)}"]
        self.values.uncertain.add(name)
        unknown = self.values.unknown(name)
        if known == "False":
            return [f"    {self._set(name, unknown, row)}"]
        # A statement, not a conditional expression: nothing is computed from what is not known.
        return [
            f"    k_{name} = {row.number}",
            f"    if {known}:",
            f"        r_{name} = {self.values.source(row.formula)}",
            "    else:",
            f"        r_{name} = {unknown}",
        ]

    def _set(self, name: str, value: str, row: Row) -> str:
        return f"r_{name}, k_{name} = {value}, {row.number}"


def _head(test: str, *, first: bool) -> str:
    if first:
        return f"if {test}:"
    return "else:" if test == "True" else f"elif {test}:"
