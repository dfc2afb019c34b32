"""A row that comes into force reads only numbers that have a value by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import reads
from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.order import row_reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Row, Tables


def check_times(tables: Tables) -> None:
    """Refuse a row that would make its whole table unanswerable on its first day."""
    for rule in tables.rules.values():
        for row in rule.rows:
            if row.since is not None:
                _check(tables, rule.name, row)


def _check(tables: Tables, rule: str, row: Row) -> None:
    for expression in row_reads(row):
        for parameter in _parameters(tables, expression):
            first = parameter.values[0].since if parameter.values else None
            if first is None or row.since is None or first <= row.since:
                continue
            raise RulebookError(
                f"raden gäller från {row.since} men «{parameter.name}» har inget värde före {first}",
                remedy="Låt raden börja gälla senare, eller ge parametern ett tidigare värde med sin källa",
                file=row.file,
                place=f"regler.{rule}.rader.{row.id}",
            )


def _parameters(tables: Tables, expression: Expr) -> Iterator[Parameter]:
    """The numbers picked by today that an expression reads and that are not open."""
    for ref in reads(tables, expression):
        if ref.role is Role.DERIVED:
            yield from _parameters(tables, tables.derived[ref.name].expression)
        if ref.role is Role.PARAMETER:
            found = tables.parameters[ref.name]
            if not found.open and found.selector_role is Role.TODAY:
                yield found
