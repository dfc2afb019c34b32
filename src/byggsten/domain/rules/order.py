"""In which order names are computed, found by reading what each of them reads; a circle is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.expressions import Role, references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Derived, Parameter, Row, Rule


def row_reads(row: Row) -> Iterator[Expr]:
    """The expressions of a row: its condition and, in a table of numbers, its formula."""
    if row.condition is not None:
        yield row.condition
    if row.formula is not None:
        yield row.formula


def order_of(
    parameters: Mapping[str, Parameter], derived: Mapping[str, Derived], rules: Mapping[str, Rule]
) -> tuple[str, ...]:
    """Derived values and rules, each after everything it reads.  Raises RulebookError that shows the circle."""
    done: set[str] = set()
    out: list[str] = []

    def needs(name: str) -> Iterator[str]:
        expressions = (
            [derived[name].expression]
            if name in derived
            else [e for row in rules[name].rows for e in row_reads(row)]
        )
        for expression in expressions:
            for ref in references(expression):
                if ref.role in (Role.DERIVED, Role.RULE):
                    yield ref.name
                elif ref.role is Role.PARAMETER and parameters[ref.name].selector_role in (
                    Role.DERIVED,
                    Role.RULE,
                ):
                    yield parameters[ref.name].selector

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in path:
            circle = " → ".join((*path[path.index(name) :], name))
            raise RulebookError(
                f"reglerna går i cirkel: {circle}",
                remedy="Låt en av dem läsa fakta i stället för utfall",
                file=derived[name].file if name in derived else rules[name].file,
                place=f"härlett.{name}" if name in derived else f"regler.{name}",
            )
        for other in needs(name):
            visit(other, (*path, name))
        done.add(name)
        out.append(name)

    for name in (*derived, *rules):
        visit(name, ())
    return tuple(out)
