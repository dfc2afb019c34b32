"""Which names an answer needs on a day: the wanted rules and all they read, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Reference, Role, Type, references
from byggsten.domain.rules.order import row_reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Row, Tables


def rows_on(tables: Tables, rule: str, day: int) -> tuple[Row, ...]:
    """The rows of a rule that are in force on a day number, in order."""
    on = date.fromordinal(day)
    return tuple(row for row in tables.rules[rule].rows if row.holds_on(on, tables.known_at))


def expressions_of(tables: Tables, name: str, day: int) -> list[Expr]:
    """What a derived value or a rule consists of that day."""
    if name in tables.derived:
        return [tables.derived[name].expression]
    return [e for row in rows_on(tables, name, day) for e in row_reads(row)]


def reads(tables: Tables, expression: Expr) -> Iterator[Reference]:
    """Every name an expression reads, and the day that selects each parameter's value."""
    for ref in references(expression):
        yield ref
        if ref.role is Role.PARAMETER:
            parameter = tables.parameters[ref.name]
            if parameter.selector_role is not Role.TODAY:
                yield selector(tables, ref.name)


def selector(tables: Tables, parameter: str) -> Reference:
    """The day that picks the parameter's value, as a name that is read."""
    found = tables.parameters[parameter]
    return Reference(found.selector, found.selector_role, Type.DATE)


def needed(tables: Tables, wanted: tuple[str, ...], day: int) -> tuple[list[str], list[str]]:
    """Derived values and rules in the order to compute them, and the facts they read in the book's order.

    Raises RulebookError when a wanted rule does not exist.
    """
    for name in wanted:
        if name not in tables.rules:
            raise RulebookError(
                f"regeln «{name}» finns inte i boken «{tables.name}»", remedy=nearest(name, tables.rules)
            )
    names, facts = set(wanted), set()
    for name in reversed(tables.order):
        if name not in names:
            continue
        for expression in expressions_of(tables, name, day):
            for ref in reads(tables, expression):
                if ref.role is Role.FACT:
                    facts.add(ref.name)
                elif ref.role in (Role.DERIVED, Role.RULE):
                    names.add(ref.name)
    return [n for n in tables.order if n in names], [f for f in tables.facts if f in facts]
