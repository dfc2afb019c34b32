"""Which names an outcome rests on: everything read up to and including the row that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.blanks import blanks
from byggsten.domain.rules.closure import reads, rows_on, selector
from byggsten.domain.rules.evaluate import evaluate, unsettled
from byggsten.domain.rules.expressions import Reference, Role, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.rules.case import Case
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Row, Tables

TODAY = Reference("idag", Role.TODAY, Type.DATE)


def used_by(tables: Tables, rule: str, row: Row, day: int) -> tuple[Reference, ...]:
    """Names read by the rows in force up to the deciding one, or shown in its text, in reading order.

    A derived value is followed by what it is derived from.
    """
    found: dict[str, Reference] = {}
    for earlier in rows_on(tables, rule, day):
        if earlier.number > row.number:
            break
        if earlier.condition is not None:
            _collect(tables, earlier.condition, found)
    if row.formula is not None:
        _collect(tables, row.formula, found)
    for name in blanks(row.text.sv):
        _collect(tables, reference(tables, name), found)
    return tuple(found.values())


def reference(tables: Tables, name: str) -> Reference:
    """The name as a node; for blanks in texts."""
    roles = (
        (Role.FACT, tables.facts),
        (Role.DERIVED, tables.derived),
        (Role.PARAMETER, tables.parameters),
        (Role.RULE, tables.rules),
    )
    for role, table in roles:
        if name in table:
            return Reference(name, role, table[name].type)
    return TODAY


def _collect(tables: Tables, expression: Expr, found: dict[str, Reference]) -> None:
    for ref in reads(tables, expression):
        if ref.name in found or ref.role is Role.TODAY:
            continue
        found[ref.name] = ref
        if ref.role is Role.DERIVED:
            _collect(tables, tables.derived[ref.name].expression, found)


def missing_for(case: Case, rule: str) -> tuple[Reference, ...]:
    """The facts and parameters to ask for when an outcome is okänt; only those that matter, each once."""
    if rule not in case.asked:
        row = case.tables.rules[rule].rows[case.outcomes[rule][1]]
        hit = row.condition is None or bool(evaluate(row.condition, case.read))
        blocked = row.formula if hit else row.condition
        case.asked[rule] = () if blocked is None else tuple(dict.fromkeys(missing_in(case, blocked)))
    return case.asked[rule]


def missing_in(case: Case, expression: Expr) -> Iterator[Reference]:
    """The facts and parameters that leave an expression unknown, through derived values and other rules."""
    for ref in unsettled(expression, case.read):
        match ref.role:
            case Role.DERIVED:
                yield from missing_in(case, case.tables.derived[ref.name].expression)
            case Role.RULE:
                yield from missing_for(case, ref.name)
            case Role.PARAMETER if case.tables.parameters[ref.name].selector_role is not Role.TODAY:
                day = selector(case.tables, ref.name)
                if case.tables.parameters[ref.name].values and case.read(day) is None:
                    yield from missing_in(case, day)
                else:
                    yield ref
            case _:
                yield ref
