"""The sessions of groups and what was told about people's time at them, as known at a moment."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.db.models import F

from byggsten.domain import attendance, planning
from byggsten.domain.dates import Minutes, Period
from byggsten.records.models import Account, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

SESSION_COLUMNS = (
    "of_group", "reference", "activity", "day", "start", "minutes", "announced_on", "cancelled_by",
    "cancelled_at", "reachable", "recorded_at",
)  # fmt: skip


def sessions_of(
    plans: Iterable[tuple[planning.Plan, ...]], since: date, until: date, known_at: datetime | None
) -> dict[str, list[planning.Session]]:
    """The sessions of the groups in the plans, by group and in order of time."""
    groups = {item.group for rows in plans for plan in rows for item in plan.items}
    rows = Session.objects.filter(group__reference__in=groups, day__range=(since, until))
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=known_at)
    told = (
        rows.order_by("day", "start", "pk")
        .annotate(activity=F("group__activity__reference"), of_group=F("group__reference"))
        .values_list(*SESSION_COLUMNS, named=True)
    )
    found: dict[str, list[planning.Session]] = defaultdict(list)
    for row in told:
        found[row.of_group].append(_session(row, known_at))
    return found


def _session(row: Any, known_at: datetime | None) -> planning.Session:
    by, at = row.cancelled_by, row.cancelled_at
    cancelled = by and (known_at is None or (at is not None and at <= known_at))
    return planning.Session(
        reference=row.reference,
        group=row.of_group,
        activity=row.activity,
        day=row.day,
        start=row.start,
        minutes=Minutes(row.minutes),
        announced_on=row.announced_on,
        cancelled_by=planning.Canceller(by) if cancelled else None,
        reachable=row.reachable,
        recorded_at=row.recorded_at,
    )


def in_plans(
    plans: tuple[planning.Plan, ...], by_group: Mapping[str, list[planning.Session]]
) -> tuple[planning.Session, ...]:
    """The sessions during the periods in which the plans have the group."""
    periods: dict[str, list[Period]] = defaultdict(list)
    for plan in plans:
        for item in plan.items:
            periods[item.group].append(item.period)
    return tuple(
        session
        for group, held in periods.items()
        for session in by_group.get(group, ())
        if any(session.day in period for period in held)
    )


def accounts_of(
    ids: Mapping[int, str], since: date, until: date, known_at: datetime | None
) -> dict[int, list[attendance.Account]]:
    """The accounts of each person, by the person's key; ``ids`` gives the references."""
    rows = Account.objects.filter(person__in=ids, session__day__range=(since, until))
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=known_at)
    columns = (
        "person_id", "source", "message", "session__reference", "witness", "attended", "absent", "reason",
        "told_valid", "proof", "recorded_at", "told_by",
    )  # fmt: skip
    witnesses = {witness.value: witness for witness in attendance.Witness}
    told = rows.order_by("person_id", "session__day", "recorded_at", "pk").values_list(*columns)
    return {
        person: [
            attendance.Account(source, message, session, ids[person], witnesses[witness], *minutes_and_more)
            for _, source, message, session, witness, *minutes_and_more in accounts
        ]
        for person, accounts in groupby(told, key=itemgetter(0))
    }
