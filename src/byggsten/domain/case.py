"""Everything that is known about one person: the input of every judgement, whatever its store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from byggsten.domain.planning import refuse_overlap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from byggsten.domain.attendance import Account
    from byggsten.domain.people import Fact, Member, Permit, Person
    from byggsten.domain.planning import Activity, Plan, PlanItem, Session


class Recorded(Protocol):
    """Something that was recorded at a moment, or has always been known."""

    @property
    def recorded_at(self) -> datetime | None: ...


RecordedRow = TypeVar("RecordedRow", bound=Recorded)


@dataclass(frozen=True, slots=True)
class Case:
    """One person's case.

    ``household`` None: nobody has recorded the household, so the number of children is unknown.
    ``sessions`` are those of the groups in the plans, in any order.
    """

    person: Person
    permits: tuple[Permit, ...] = ()
    facts: tuple[Fact, ...] = ()
    household: tuple[Member, ...] | None = None
    plans: tuple[Plan, ...] = ()
    activities: Mapping[str, Activity] = field(default_factory=lambda: MappingProxyType({}))
    sessions: tuple[Session, ...] = ()
    accounts: tuple[Account, ...] = ()

    def __post_init__(self) -> None:
        refuse_overlap(self.plans)

    def known(self, at: datetime) -> Case:
        """The case as it was known at a moment; rows without a time of recording were always known."""

        return replace(
            self,
            permits=_by_then(self.permits, at),
            facts=_by_then(self.facts, at),
            household=None if self.household is None else _by_then(self.household, at),
            plans=_by_then(self.plans, at),
            sessions=_by_then(self.sessions, at),
            accounts=_by_then(self.accounts, at),
        )

    def plan_on(self, day: date) -> Plan | None:
        """The plan that holds on the day, confirmed or not."""
        return next((plan for plan in self.plans if day in plan.period), None)

    def item_for(self, session: Session) -> PlanItem | None:
        """The plan item through which a session is this person's, or None."""
        plan = self.plan_on(session.day)
        return None if plan is None else plan.item_for(session)

    def accounts_of(self) -> Mapping[str, tuple[Account, ...]]:
        """The accounts by session."""
        found: dict[str, tuple[Account, ...]] = {}
        for account in self.accounts:
            found[account.session] = (*found.get(account.session, ()), account)
        return found


def _by_then(rows: tuple[RecordedRow, ...], at: datetime) -> tuple[RecordedRow, ...]:
    return tuple(row for row in rows if row.recorded_at is None or row.recorded_at <= at)
