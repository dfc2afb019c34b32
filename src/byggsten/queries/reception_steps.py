"""The checklist of a reception as it stands for people: what is done, by whom, and what is late."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.queries.rules import checklist_here
from byggsten.records.models import ReceptionStep, StaffMember

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from byggsten.domain.housing import ChecklistLine
    from byggsten.queries.reception_facts import Reception


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the checklist for one person; ``known`` is whether anybody has touched it."""

    line: ChecklistLine
    due: date | None
    responsible: str
    note: str
    done_on: date | None
    done_by: str
    late: bool
    known: bool


def steps_of(people: Iterable[int], came: Mapping[int, Reception], on: date) -> dict[int, tuple[Step, ...]]:
    """Every line of the checklist by the person's key, in two questions."""
    wanted = list(people)
    rows: dict[int, dict[str, ReceptionStep]] = defaultdict(dict)
    for row in ReceptionStep.objects.filter(person__in=wanted):
        rows[row.person_id][row.code] = row
    names = _names({row.done_by for own in rows.values() for row in own.values() if row.done_by})
    return {
        person: tuple(
            _step(line, rows[person].get(line.code), came[person].received, on, names)
            for line in checklist_here()
        )
        for person in wanted
    }


def _step(
    line: ChecklistLine, row: ReceptionStep | None, received: date | None, on: date, names: Mapping[str, str]
) -> Step:
    due = (row.due if row else None) or line.due(received)
    done = row.done_on if row else None
    return Step(
        line=line,
        due=due,
        responsible=row.responsible if row else "",
        note=row.note if row else "",
        done_on=done,
        done_by=names.get(row.done_by, row.done_by) if row else "",
        late=done is None and due is not None and due < on,
        known=row is not None,
    )


def _names(usernames: set[str]) -> dict[str, str]:
    found = StaffMember.objects.select_related("user").filter(user__username__in=usernames)
    return {member.user.get_username(): member.name for member in found}
