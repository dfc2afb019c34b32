"""From the bytes of a case file to cases; what does not hold together is refused with its path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from byggsten.domain.case import Case
from byggsten.domain.texts import Refusal
from byggsten.gateways.attendance_rows import to_account
from byggsten.gateways.case_file import wire
from byggsten.gateways.case_file.whole import refuse_loose_ends
from byggsten.gateways.people_rows import to_fact, to_member, to_permit, to_person
from byggsten.gateways.planning_rows import to_activity, to_plan, to_session
from byggsten.gateways.refusals import FileRefused, RowRefused
from byggsten.gateways.strict_json import decode, refuse_doubled_keys
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from byggsten.domain.attendance import Account
    from byggsten.domain.people import Fact, Member, Permit, Person
    from byggsten.domain.planning import Activity, Plan, Session

Row = TypeVar("Row")
Value = TypeVar("Value")


class _Owned(Protocol):
    @property
    def person(self) -> str: ...


def read_case_file(data: bytes) -> dict[str, Case]:
    """The cases by the person's reference, in the order of the file.  Raises FileRefused."""
    file = decode(data, wire.CaseFile)
    refuse_doubled_keys(data)
    try:
        refuse_odd_years(file, "$")
    except RowRefused as refusal:
        raise FileRefused(refusal.text, refusal.column) from None
    refuse_loose_ends(file)
    made = _Made(
        permits=_by_person(file.permits, _each(file.permits, "permits", to_permit)),
        households=dict(zip((h.person for h in file.households), _households(file), strict=True)),
        facts=_by_person(file.facts, _each(file.facts, "facts", to_fact)),
        plans=_by_person(file.plans, _each(file.plans, "plans", to_plan)),
        activities=_each(file.activities, "activities", to_activity),
        sessions=_each(file.sessions, "sessions", to_session),
        accounts=_by_person(file.accounts, _each(file.accounts, "accounts", to_account)),
    )
    persons = _each(file.persons, "persons", to_person)
    cases = _each(persons, "persons", lambda person: _case(person, made))
    return {case.person.reference: case for case in cases}


@dataclass(frozen=True, slots=True)
class _Made:
    """The rows of the file as values of the domain, what is a person's own by the person."""

    permits: Mapping[str, tuple[Permit, ...]]
    households: Mapping[str, tuple[Member, ...]]
    facts: Mapping[str, tuple[Fact, ...]]
    plans: Mapping[str, tuple[Plan, ...]]
    activities: tuple[Activity, ...]
    sessions: tuple[Session, ...]
    accounts: Mapping[str, tuple[Account, ...]]


def _case(person: Person, made: _Made) -> Case:
    who = person.reference
    plans = made.plans.get(who, ())
    groups = {item.group for plan in plans for item in plan.items}
    sessions = tuple(session for session in made.sessions if session.group in groups)
    used = {item.activity for plan in plans for item in plan.items} | {s.activity for s in sessions}
    return Case(
        person=person,
        permits=made.permits.get(who, ()),
        facts=made.facts.get(who, ()),
        household=made.households.get(who),
        plans=plans,
        activities={a.reference: a for a in made.activities if a.reference in used},
        sessions=sessions,
        accounts=made.accounts.get(who, ()),
    )


def _each(rows: Sequence[Row], name: str, make: Callable[[Row], Value]) -> tuple[Value, ...]:
    """Make a value of each row; what the domain refuses is refused with the row's path."""
    found = []
    for n, row in enumerate(rows):
        try:
            found.append(make(row))
        except Refusal as refusal:
            raise FileRefused(refusal.text, f"$.{name}[{n}]") from None
    return tuple(found)


def _by_person(rows: Sequence[_Owned], values: Sequence[Value]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = {}
    for row, value in zip(rows, values, strict=True):
        found.setdefault(row.person, []).append(value)
    return {person: tuple(of_person) for person, of_person in found.items()}


def _households(file: wire.CaseFile) -> tuple[tuple[Member, ...], ...]:
    return tuple(
        _each(household.members, f"households[{n}].members", to_member)
        for n, household in enumerate(file.households)
    )
