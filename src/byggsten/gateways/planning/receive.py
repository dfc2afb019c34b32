"""Take in a file of plans, with the activities, groups and sessions that they rest on."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.db import transaction

from byggsten.actions import activities
from byggsten.actions.groups import GroupToRegister, register_groups
from byggsten.actions.plan_import import import_plans
from byggsten.actions.sessions import record_sessions
from byggsten.domain.organisations import Provider
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.planning.parse import plans_of
from byggsten.gateways.planning.rows import GroupRow, PlanColumns, ProviderRow
from byggsten.gateways.planning_rows import ActivityRow, PlanRow, SessionRow, to_activity, to_plan, to_session
from byggsten.gateways.refusals import CUT_SHORT
from byggsten.gateways.taking_in import take_in
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.actions.counts import Counts
    from byggsten.domain.planning import Activity, Plan, Session
    from byggsten.gateways.taking_in import Tally

SECTIONS = ("plans", "providers", "activities", "groups", "sessions")
PASSED_OVER = ("format", "persons", "permits", "facts", "households", "accounts")


class PlanFile:
    """One file of plans from one source, written by ``by`` at the moment ``at``."""

    def __init__(self, *, source: str, by: str, at: datetime) -> None:
        self._source = source
        self._by = by
        self._at = at

    @transaction.atomic
    def take_in_csv(self, lines: IO[bytes], tally: Tally) -> None:
        """Take in a table of plans.  Raises FileRefused, and nothing is then written."""
        rows = CsvRows(lines, PlanColumns)
        rows.refuse_broken(tally.watch_check)
        take_in(plans_of(rows, self._source), lambda plan: plan, self._plans, tally)
        if rows.ends_open:
            tally.notices.append(CUT_SHORT)

    @transaction.atomic
    def take_in_json(self, data: bytes, tally: Tally) -> None:
        """Take in providers, activities, groups, sessions and plans, in that order; or nothing."""
        found = sections_of(data, SECTIONS, PASSED_OVER)
        providers = rows_of("providers", found.get("providers", []), ProviderRow)
        take_in(providers, lambda row: Provider(row.name, row.kind), self._providers, tally)
        offered = rows_of("activities", found.get("activities", []), ActivityRow)
        take_in(offered, to_activity, self._activities, tally)
        groups = rows_of("groups", found.get("groups", []), GroupRow)
        take_in(groups, _group, self._groups, tally)
        sessions = rows_of("sessions", found.get("sessions", []), SessionRow)
        take_in(sessions, _session, self._sessions, tally)
        plans = rows_of("plans", found.get("plans", []), PlanRow)
        take_in(plans, _plan, self._plans, tally)

    def _providers(self, told: Sequence[Provider]) -> Counts:
        return activities.register_providers(told)

    def _activities(self, told: Sequence[Activity]) -> Counts:
        return activities.register_activities(told, by=self._by, at=self._at)

    def _groups(self, told: Sequence[GroupToRegister]) -> Counts:
        return register_groups(told, by=self._by, at=self._at)

    def _sessions(self, told: Sequence[Session]) -> Counts:
        return record_sessions(told, by=self._by, at=self._at)

    def _plans(self, told: Sequence[tuple[str, Plan]]) -> Counts:
        by_person: dict[str, list[Plan]] = {}
        for person, plan in told:
            by_person.setdefault(person, []).append(plan)
        return import_plans(by_person, by=self._by, at=self._at)


def _group(row: GroupRow) -> GroupToRegister:
    return GroupToRegister(row.reference, row.activity, row.name, row.teacher, row.place)


def _session(row: SessionRow) -> Session:
    refuse_odd_years(row)
    return to_session(row)


def _plan(row: PlanRow) -> tuple[str, Plan]:
    refuse_odd_years(row)
    return row.person, to_plan(row)
