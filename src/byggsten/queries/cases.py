"""People's cases from the records, in a number of questions that does not grow with the people.

A record that was merged into another is read as that one, and that one together with all it absorbed.
«Known at» gives what the records said at a moment: later rows are left out, later changes undone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from byggsten.domain.case import Case
from byggsten.domain.dates import Period
from byggsten.queries.activities import activities_of
from byggsten.queries.facts import facts_of
from byggsten.queries.hours import accounts_of, in_plans, sessions_of
from byggsten.queries.joining import TOLD, household_of, permits_of, together
from byggsten.queries.merged import records_of
from byggsten.queries.plans import plans_of
from byggsten.records.models import Membership, Permit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date, datetime

    from django.db.models import QuerySet

    from byggsten.domain.people import Member
    from byggsten.queries.merged import Records


def load_cases(
    references: Iterable[str], *, since: date, until: date, known_at: datetime | None = None
) -> dict[str, Case]:
    """The cases by reference, in the order of the references; one that is not recorded is left out.

    Sessions and accounts are those of the days ``since`` to ``until``, both included.
    At most some ten thousand people at a time; a database takes no longer list.
    """
    rows = records_of(references, known_at)
    found = _people(rows, known_at)
    by_group = sessions_of((case.plans for case in found.values()), since, until, known_at)
    accounts = accounts_of(_named(rows), since, until, known_at)
    return {
        reference: replace(
            case,
            sessions=in_plans(case.plans, by_group),
            accounts=together(accounts, rows[reference], key=TOLD),
        )
        for reference, case in found.items()
    }


def load_people(
    references: Iterable[str],
    *,
    known_at: datetime | None = None,
    codes: Collection[str] | None = None,
    during: Period | None = None,
) -> dict[str, Case]:
    """The same without sessions and accounts: enough for the rules about a person on a day.

    For a list of many people: only the facts with the codes, and only what the plans give during the period.
    """
    return _people(records_of(references, known_at), known_at, codes, during)


def _named(rows: Mapping[str, Records]) -> dict[int, str]:
    """The reference that each record is read under, by the record's key."""
    return {pk: one.kept.reference for one in rows.values() for pk in one.keys}


def _people(
    rows: Mapping[str, Records],
    known_at: datetime | None,
    codes: Collection[str] | None = None,
    during: Period | None = None,
) -> dict[str, Case]:
    ids = _named(rows)
    then = recorded_then(known_at)
    permits = _by_person(Permit.objects.filter(then, person__in=ids).order_by("first_day", "pk"))
    facts = facts_of(ids, then if codes is None else then & Q(code__in=codes))
    households = _households(ids, then)
    plans = plans_of(ids, known_at, during)
    items = (item for own in plans.values() for plan in own for item in plan.items)
    activities = activities_of({item.activity for item in items})
    return {
        reference: Case(
            person=one.as_domain(),
            permits=permits_of(permits, one),
            facts=together(facts, one, key=TOLD),
            household=household_of(households, one),
            plans=together(plans, one, key=attrgetter("period.first_day")),
            activities=activities,
        )
        for reference, one in rows.items()
    }


def _by_person(rows: QuerySet[Any]) -> dict[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row.as_domain())
    return {person: tuple(values) for person, values in found.items()}


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
            if other.person_id is None or ids.get(other.person_id) != ids[membership.person_id]
        )
        found[membership.person_id] = (
            *found.get(membership.person_id, ()),
            *(member for member in members if member is not None),
        )
    return found
