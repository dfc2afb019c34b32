"""In which order names are computed, found by reading what each of them reads; a circle is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.expressions import Role, references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.expressions import Expr, Reference
    from byggsten.domain.rules.tables import Derived, Row, Rule


def row_reads(row: Row) -> Iterator[Expr]:
    """The expressions of a row: its condition and, in a table of numbers, its formula."""
    if row.condition is not None:
        yield row.condition
    if row.formula is not None:
        yield row.formula


def order_of(
    parameters: Mapping[str, Parameter], derived: Mapping[str, Derived], rules: Mapping[str, Rule]
) -> tuple[str, ...]:
    """Derived values and rules, each after what it reads.  Raises RulebookError that shows a circle."""
    walk = _Walk(parameters, derived, rules)
    for name in (*derived, *rules):
        walk.visit(name, ())
    return tuple(walk.done)


class _Walk:
    def __init__(
        self,
        parameters: Mapping[str, Parameter],
        derived: Mapping[str, Derived],
        rules: Mapping[str, Rule],
    ) -> None:
        self.parameters = parameters
        self.derived = derived
        self.rules = rules
        # A dict keeps the order in which names are finished.
        self.done: dict[str, None] = {}

    def visit(self, name: str, path: tuple[str, ...]) -> None:
        """Finish everything the name reads, then the name itself."""
        if name in self.done:
            return
        if name in path:
            raise self._circle((*path[path.index(name) :], name))
        for expression in self._expressions(name):
            for ref in references(expression):
                for other in self._needs(ref):
                    self.visit(other, (*path, name))
        self.done[name] = None

    def _expressions(self, name: str) -> list[Expr]:
        if name in self.derived:
            return [self.derived[name].expression]
        return [e for row in self.rules[name].rows for e in row_reads(row)]

    def _needs(self, ref: Reference) -> Iterator[str]:
        if ref.role in (Role.DERIVED, Role.RULE):
            yield ref.name
        if ref.role is Role.PARAMETER and self.parameters[ref.name].selector_role is Role.DERIVED:
            yield self.parameters[ref.name].selector

    def _circle(self, path: tuple[str, ...]) -> RulebookError:
        first = path[0]
        at = f"härlett.{first}" if first in self.derived else f"regler.{first}"
        file = self.derived[first].file if first in self.derived else self.rules[first].file
        return RulebookError(
            f"reglerna går i cirkel: {' → '.join(path)}",
            remedy="Låt en av dem läsa fakta i stället för utfall",
            file=file,
            place=at,
        )
