"""From cases to the text of a case file; what is shared between persons is written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from byggsten.gateways.attendance_rows import AccountRow
from byggsten.gateways.case_file.wire import CaseFile
from byggsten.gateways.people_rows import FactRow, HouseholdRow, MemberRow, PermitRow, PersonRow
from byggsten.gateways.planning_rows import ActivityRow, EffectRow, ItemRow, PlanRow, SessionRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from byggsten.domain.case import Case
    from byggsten.domain.dates import Period
    from byggsten.domain.people import Fact
    from byggsten.domain.planning import Activity, Plan, Session

    Row = TypeVar("Row", bound=msgspec.Struct)


def write_case_file(cases: Iterable[Case]) -> bytes:
    """The file's text: UTF-8, two spaces of indent, ends with a newline.  It reveals personal numbers."""
    found = tuple(cases)
    sessions = {s.reference: s for case in found for s in case.sessions}
    activities = {ref: a for case in found for ref, a in case.activities.items()}
    file = CaseFile(
        format="byggsten-case-1",
        persons=tuple(_person(case) for case in found),
        permits=tuple(_row(PermitRow, p, who(c), p.period) for c in found for p in c.permits),
        households=tuple(_household(case) for case in found if case.household is not None),
        facts=tuple(_fact(fact, who(c)) for c in found for fact in c.facts),
        activities=tuple(_activity(a) for _, a in sorted(activities.items())),
        plans=tuple(_plan(plan, who(c)) for c in found for plan in c.plans),
        sessions=tuple(_row(SessionRow, s) for s in sorted(sessions.values(), key=in_order)),
        accounts=tuple(_row(AccountRow, a) for c in found for a in c.accounts),
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def in_order(session: Session) -> tuple[date, time, str]:
    """The order in which sessions stand in a file."""
    return session.day, session.start, session.reference


def who(case: Case) -> str:
    """The reference by which the rows of a case point to its person."""
    return case.person.reference


def _row(kind: type[Row], value: object, person: str | None = None, period: Period | None = None) -> Row:
    """The fields that the value and the row share, with the person and the period where it has them."""
    given: dict[str, Any] = {
        name: getattr(value, name) for name in kind.__struct_fields__ if hasattr(value, name)
    }
    if person is not None:
        given["person"] = person
    if period is not None:
        given |= {"first_day": period.first_day, "last_day": period.last_day}
    return kind(**given)


def _person(case: Case) -> PersonRow:
    number = case.person.number
    row = _row(PersonRow, case.person)
    return msgspec.structs.replace(row, number=None if number is None else number.reveal())


def _household(case: Case) -> HouseholdRow:
    members = tuple(_row(MemberRow, m, period=m.period) for m in case.household or ())
    return HouseholdRow(person=who(case), members=members)


def _fact(fact: Fact, person: str) -> FactRow:
    row = _row(FactRow, fact, person, fact.period)
    # A bool and an int stand as they are; a day is written as its text.
    value = (
        fact.value
        if fact.value is None or isinstance(fact.value, bool | int | str)
        else fact.value.isoformat()
    )
    return msgspec.structs.replace(row, value=value)


def _activity(activity: Activity) -> ActivityRow:
    effects = tuple(_row(EffectRow, effect) for effect in activity.effects)
    return msgspec.structs.replace(_row(ActivityRow, activity), effects=effects)


def _plan(plan: Plan, person: str) -> PlanRow:
    items = tuple(_row(ItemRow, item, period=item.period) for item in plan.items)
    return msgspec.structs.replace(_row(PlanRow, plan, person, plan.period), items=items)
