"""People's cases from the records, in a number of questions that does not grow with the people.

«Known at» gives what the records said at a moment: later rows are left out, later changes undone.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db.models import F, Q

from byggsten.domain import attendance, planning
from byggsten.domain.case import Case
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.people import Member
from byggsten.queries.plans import plans_of
from byggsten.records.models import Account, Activity, Fact, Membership, Permit, Person, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from byggsten.domain import people

SESSION_COLUMNS = (
    "of_group", "reference", "activity", "day", "start", "minutes", "announced_on", "cancelled_by",
    "cancelled_at", "reachable", "recorded_at",
)  # fmt: skip


def load_cases(
    references: Iterable[str], *, since: date, until: date, known_at: datetime | None = None
) -> dict[str, Case]:
    """The cases by reference, in the order of the references; one that is not recorded is left out.

    Sessions and accounts are those of the days ``since`` to ``until``, both included.
    At most some ten thousand people at a time; a database takes no longer list.
    """
    wanted = list(dict.fromkeys(references))
    rows = {row.reference: row for row in Person.objects.filter(reference__in=wanted)}
    ids = {row.pk: row.reference for row in rows.values()}
    then = recorded_then(known_at)
    permits: dict[int, list[people.Permit]] = defaultdict(list)
    for permit in Permit.objects.filter(then, person__in=ids).order_by("first_day", "pk"):
        permits[permit.person_id].append(permit.as_domain())
    facts: dict[int, list[people.Fact]] = defaultdict(list)
    for fact in Fact.objects.filter(then, person__in=ids).order_by("recorded_at", "pk"):
        facts[fact.person_id].append(fact.as_domain())
    households = _households(ids, then)
    plans = plans_of(ids, known_at)
    by_group = _sessions(plans.values(), since, until, known_at)
    accounts = _accounts(ids, since, until, known_at)
    activities = _activities(
        {session.activity for rows in by_group.values() for session in rows}
        | {item.activity for rows in plans.values() for plan in rows for item in plan.items}
    )
    return {
        reference: Case(
            person=rows[reference].as_domain(),
            permits=tuple(permits[pk]),
            facts=tuple(facts[pk]),
            household=households.get(pk),
            plans=plans.get(pk, ()),
            activities=activities,
            sessions=_in_plans(plans.get(pk, ()), by_group),
            accounts=tuple(accounts.get(pk, ())),
        )
        for reference in wanted
        if reference in rows and (pk := rows[reference].pk)
    }


def recorded_then(known_at: datetime | None) -> Q:
    """Rows that were recorded, and not yet replaced, at the moment; None: now."""
    if known_at is None:
        return Q(replaced_at__isnull=True)
    return Q(recorded_at__lte=known_at) & (Q(replaced_at__isnull=True) | Q(replaced_at__gt=known_at))


def _households(ids: Mapping[int, str], then: Q) -> dict[int, tuple[Member, ...]]:
    """Those who lived with each person, for as long as both lived there."""
    own = list(Membership.objects.filter(then, person__in=ids))
    others: dict[int, list[Membership]] = defaultdict(list)
    for row in Membership.objects.filter(then, household__in={row.household_id for row in own}).order_by(
        "pk"
    ):
        others[row.household_id].append(row)
    found: dict[int, tuple[Member, ...]] = {}
    for membership in own:
        assert membership.person_id is not None  # noqa: S101 - the filter says so, the types cannot
        during = Period(membership.first_day, membership.last_day)
        members = (
            other.as_domain(during)
            for other in others[membership.household_id]
            if other.person_id != membership.person_id
        )
        found[membership.person_id] = (
            *found.get(membership.person_id, ()),
            *(member for member in members if member is not None),
        )
    return found


def _sessions(
    plans: Iterable[tuple[planning.Plan, ...]], since: date, until: date, known_at: datetime | None
) -> dict[str, list[planning.Session]]:
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
        by, at = row.cancelled_by, row.cancelled_at
        cancelled = by and (known_at is None or (at is not None and at <= known_at))
        found[row.of_group].append(
            planning.Session(
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
        )
    return found


def _in_plans(
    plans: tuple[planning.Plan, ...], by_group: Mapping[str, list[planning.Session]]
) -> tuple[planning.Session, ...]:
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


def _accounts(
    ids: Mapping[int, str], since: date, until: date, known_at: datetime | None
) -> dict[int, list[attendance.Account]]:
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


def _activities(references: set[str]) -> Mapping[str, planning.Activity]:
    rows = (
        Activity.objects.filter(reference__in=references)
        .select_related("provider")
        .prefetch_related("effects")
    )
    return MappingProxyType({row.reference: row.as_domain() for row in rows})
