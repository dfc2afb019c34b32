"""Why an outcome did not come about: row by row, the parts of the condition that are not met or not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules.closure import rows_on
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.evaluate import evaluate
from byggsten.domain.rules.evidence import shown
from byggsten.domain.rules.expressions import All, Any, Not, references
from byggsten.domain.rules.kinds import Words
from byggsten.domain.rules.labels import label_of
from byggsten.domain.rules.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.rules.case import Case
    from byggsten.domain.rules.expressions import Expr


@dataclass(frozen=True, slots=True)
class UnmetPart:
    """One part of a condition that stands in the way.  ``known`` is False when it can not be settled.

    ``values``: the label and value of each name in it, Swedish and English.
    """

    condition: Words
    known: bool
    values: tuple[tuple[Words, Words], ...]

    def text(self, language: str = "sv") -> str:
        """«åldern är minst 20 år (ålder: 17 år)»."""
        shown_values = ", ".join(
            f"{label.text(language)}: {value.text(language)}" for label, value in self.values
        )
        return (
            f"{self.condition.text(language)} ({shown_values})"
            if shown_values
            else self.condition.text(language)
        )


@dataclass(frozen=True, slots=True)
class Unmet:
    """A row that would have given the outcome.

    ``parts``: what of it is not met; empty when it holds and an earlier row decided.
    ``decided_by``: the earlier row that decided, or could not be settled; empty when the row itself did.
    """

    row: str
    number: int
    text: Words
    parts: tuple[UnmetPart, ...]
    decided_by: str


def why_not(case: Case, rule: str, outcome: str) -> tuple[Unmet, ...]:
    """Explain for each row in force that gives the outcome.  Raises RulebookError for an unknown outcome."""
    table = case.tables.rules[rule]
    if table.outcomes and outcome not in table.codes:
        raise RulebookError(f"«{rule}» har inget utfall «{outcome}»", remedy=nearest(outcome, table.codes))
    decided = table.rows[case.outcomes[rule][1]]
    out: list[Unmet] = []
    for row in rows_on(case.tables, rule, case.day):
        if table.outcomes and row.outcome != outcome:
            continue
        parts = tuple(_part(case, e) for e in _blocking(case, row.condition)) if row.condition else ()
        earlier = decided.id if decided.number < row.number else ""
        out.append(Unmet(row.id, row.number, row.text, parts, earlier))
    return tuple(out)


def _blocking(case: Case, condition: Expr) -> Iterator[Expr]:
    """The smallest parts that keep a condition from being met."""
    if evaluate(condition, case.read) == 1:
        return
    match condition:
        case All():
            for part in condition.parts:
                yield from _blocking(case, part)
        case Not(part=Any(parts=parts)):
            # Not any of them: each that holds stands in the way.
            for part in parts:
                yield from _blocking(case, Not(part))
        case Not(part=Not(part=inner)):
            yield from _blocking(case, inner)
        case _:
            yield condition


def _part(case: Case, e: Expr) -> UnmetPart:
    words = Words(phrase(case.tables, e, "sv", case), phrase(case.tables, e, "en", case))
    refs = dict.fromkeys(references(e))
    values = tuple(
        (label_of(case.tables, r), Words(shown(case, r, "sv", alone=True), shown(case, r, "en", alone=True)))
        for r in refs
    )
    return UnmetPart(words, evaluate(e, case.read) is not None, values)
