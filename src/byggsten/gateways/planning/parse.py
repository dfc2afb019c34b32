"""From rows of places in groups to whole plans: a plan with a bad row is left out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.planning.rows import head_of, plan_of
from byggsten.gateways.refusals import RefusedRow, of_row
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from byggsten.domain.planning import Plan
    from byggsten.gateways.planning.rows import PlanColumns

Found = tuple[int, tuple[str, "Plan"]] | RefusedRow
BAD_ROW = N_("En annan rad i planen %(plan)s är fel. Rätta den, så tas hela planen in.")


def plans_of(rows: Iterable[tuple[int, PlanColumns] | RefusedRow], source: str) -> Iterator[Found]:
    """The plans with their persons, each once, in the order of the file.

    The rows of one plan need not stand together.
    """
    of_plan: dict[str, list[tuple[int, PlanColumns]]] = {}
    broken: set[str] = set()
    for row in rows:
        if isinstance(row, RefusedRow):
            broken.add(row.about)
            yield row
            continue
        number, columns = row
        others = of_plan.setdefault(columns.reference, [])
        others.append(row)
        try:
            refuse_odd_years(columns)
            _refuse_another_plan(others[0][1], columns)
        except Refusal as refusal:
            broken.add(columns.reference)
            others.pop()
            yield of_row(number, refusal)
    for reference, found in of_plan.items():
        if reference in broken:
            told = Text(BAD_ROW, {"plan": reference})
            yield from (RefusedRow(number, "reference", reference, told) for number, _ in found)
        else:
            yield _whole(found, source)


def _refuse_another_plan(first: PlanColumns, row: PlanColumns) -> None:
    if (first.person, head_of(first)) != (row.person, head_of(row)):
        sentence = N_("Planen %(plan)s har andra uppgifter på en tidigare rad. Låt alla rader säga samma.")
        raise Refusal(Text(sentence, {"plan": row.reference}))


def _whole(found: list[tuple[int, PlanColumns]], source: str) -> Found:
    number = found[0][0]
    try:
        return number, (found[0][1].person, plan_of([row for _, row in found], source))
    except Refusal as refusal:
        return of_row(number, refusal)
