"""Refresh the stored weeks from what is known; only what has changed is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.bulk import insert_rows
from byggsten.actions.ledger_rows import COLUMNS, columns_of, stands
from byggsten.domain.dates import Week
from byggsten.domain.duty import assess_weeks
from byggsten.domain.windows import HISTORY_WEEKS
from byggsten.queries.cases import load_cases
from byggsten.queries.rules import rules_here
from byggsten.records.models import Person, WeekLedger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from byggsten.domain.duty import Rules

# People at a time: enough to make the questions cheap, few enough that others get to write in between.
AT_A_TIME = 50
KEY = ("person_id", "monday")


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many weeks were written, and how many were right already."""

    written: int = 0
    unchanged: int = 0

    def __add__(self, other: Refreshed) -> Refreshed:
        return Refreshed(self.written + other.written, self.unchanged + other.unchanged)


def assess(
    references: Iterable[str],
    weeks: Iterable[Week],
    *,
    on: date,
    by: str,
    at: datetime,
    rules: Rules | None = None,
    done: Callable[[int], None] | None = None,
) -> Refreshed:
    """Refresh the weeks of the people as seen from the day ``on``, and note it in the diary."""
    wanted = sorted(set(weeks))
    total = refresh(references, wanted, on=on, at=at, rules=rules, done=done)
    if total.written:
        diary.write(
            "weeks.assessed",
            by=by,
            at=at,
            first=str(wanted[0]),
            last=str(wanted[-1]),
            on=on.isoformat(),
            written=total.written,
        )
    return total


def refresh(
    references: Iterable[str],
    weeks: Iterable[Week],
    *,
    on: date,
    at: datetime,
    rules: Rules | None = None,
    done: Callable[[int], None] | None = None,
) -> Refreshed:
    """Refresh as a part of another act, which has its own entry in the diary.

    ``done`` is told how many people each step finished, for a progress bar.
    Interrupted half-way, the people who are done are done, and the same call again does the rest.
    """
    wanted, people = sorted(set(weeks)), list(dict.fromkeys(references))
    chosen = rules_here() if rules is None else rules
    total = Refreshed()
    if not wanted:
        return total
    for start in range(0, len(people), AT_A_TIME):
        some = people[start : start + AT_A_TIME]
        total += _assess_some(some, wanted, chosen, on=on, at=at)
        if done:
            done(len(some))
    return total


@transaction.atomic
def _assess_some(
    people: Sequence[str], weeks: Sequence[Week], rules: Rules, *, on: date, at: datetime
) -> Refreshed:
    since = min(weeks[0], Week.of(on)).monday - timedelta(weeks=HISTORY_WEEKS)
    cases = load_cases(people, since=since, until=weeks[-1].sunday)
    ids = dict(Person.objects.filter(reference__in=people).values_list("reference", "pk"))
    stored = {
        (row["person_id"], row["monday"]): row
        for row in WeekLedger.objects.filter(
            person__in=ids.values(), monday__range=(weeks[0].monday, weeks[-1].monday)
        ).values("person_id", "monday", "assessed_on", *COLUMNS)
    }
    rows, unchanged = [], 0
    for reference, case in cases.items():
        for week in assess_weeks(case, weeks, rules, on=on):
            columns = columns_of(week)
            old = stored.get((ids[reference], week.week.monday))
            if old is not None and stands(old, columns, week, on):
                unchanged += 1
            else:
                rows.append((ids[reference], week.week.monday, on, at, *(columns[name] for name in COLUMNS)))
    insert_rows(WeekLedger, (*KEY, "assessed_on", "computed_at", *COLUMNS), rows, renewing=KEY)
    return Refreshed(len(rows), unchanged)
