"""Which rules read which parameter, and which facts lie behind a derived value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import reads
from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.order import row_reads

if TYPE_CHECKING:
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Tables


def readers_of(tables: Tables) -> dict[str, list[str]]:
    """For each parameter the names of the rules that read it."""
    found: dict[str, list[str]] = {}
    for rule in tables.rules.values():
        seen: set[str] = set()
        for row in rule.rows:
            for expression in row_reads(row):
                _collect(tables, expression, seen)
        for name in seen:
            found.setdefault(name, []).append(rule.name)
    return found


def _collect(tables: Tables, expression: Expr, seen: set[str]) -> None:
    for ref in reads(tables, expression):
        if ref.role is Role.PARAMETER:
            seen.add(ref.name)
        if ref.role is Role.DERIVED:
            _collect(tables, tables.derived[ref.name].expression, seen)


def facts_behind(tables: Tables, derived: str) -> frozenset[str]:
    """The facts that a derived value is computed from, through other derived values and selecting days."""
    found: set[str] = set()
    for ref in reads(tables, tables.derived[derived].expression):
        if ref.role is Role.FACT:
            found.add(ref.name)
        if ref.role is Role.DERIVED:
            found |= facts_behind(tables, ref.name)
    return frozenset(found)
