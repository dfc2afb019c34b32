"""All versions of a person's plan, each with everything that it says, in a fixed number of questions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Extent, Goal, Promise
from byggsten.domain.planning import GoalKind, Party
from byggsten.queries.readings import called
from byggsten.records.models import Group, Plan, PlanExtent, PlanGoal, PlanItem, PlanPromise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from byggsten.access.actors import Actor


@dataclass(frozen=True, slots=True)
class Version:
    """One version: what it was written as, and what became of it.

    ``period`` is when it holds now; ``draft`` has the days that it was made with.
    ``withdrawn_at`` marks one that was replaced before its first day.
    """

    reference: str
    number: int
    period: Period
    draft: Draft
    extent: Extent | None
    title: str
    recorded_at: datetime
    recorded_by: str
    confirmed_on: date | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions, the newest first, and the names of their groups."""

    every: tuple[Version, ...]
    names: Mapping[str, str]

    def numbered(self, number: int) -> Version:
        """The version.  Raises NothingHere."""
        found = next((one for one in self.every if one.number == number), None)
        if found is None:
            raise NothingHere
        return found

    def before(self, number: int) -> Version | None:
        """The version before, if there was one."""
        return next((one for one in self.every if one.number < number), None)


def versions_of(actor: Actor, reference: str) -> Versions:
    """The person's versions.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    rows = list(Plan.objects.filter(person__reference=reference).order_by("-version"))
    plans = [row.pk for row in rows]
    choices, goals, promises = _choices(rows), _goals(plans), _promises(plans)
    extents = {row.plan_id: _extent(row) for row in PlanExtent.objects.filter(plan__in=plans)}
    authors = called({row.recorded_by for row in rows})
    every = tuple(
        Version(
            row.reference,
            row.version,
            Period(row.first_day, row.last_day),
            Draft(
                Period(row.first_day, row.signed_last_day),
                tuple(goals[row.pk]),
                tuple(choices[row.pk]),
                tuple(promises[row.pk]),
                extents[row.pk].evidence if row.pk in extents else "",
            ).tidy(),
            extents.get(row.pk),
            row.goal,
            row.recorded_at,
            authors.get(row.recorded_by, row.recorded_by),
            row.confirmed_on,
            row.withdrawn_at,
        )
        for row in rows
    )
    return Versions(every, group_names({choice.group for one in every for choice in one.draft.choices}))


def group_names(groups: Iterable[str]) -> Mapping[str, str]:
    """What the groups are called by reference, offered or not."""
    found = Group.objects.filter(reference__in=set(groups)).values_list("reference", "activity__name", "name")
    return MappingProxyType(
        {
            reference: group if group.startswith(activity) else f"{activity}, {group}"
            for reference, activity, group in found
        }
    )


def _choices(rows: Iterable[Plan]) -> dict[int, list[Choice]]:
    found: dict[int, list[Choice]] = defaultdict(list)
    items = PlanItem.objects.filter(plan__in=rows).order_by("plan_id", "pk")
    for plan, group, first, last, why in items.values_list(
        "plan_id", "group__reference", "first_day", "last_day", "why"
    ):
        found[plan].append(Choice(group, first, last, why))
    return found


def _goals(plans: Iterable[int]) -> dict[int, list[Goal]]:
    found: dict[int, list[Goal]] = defaultdict(list)
    for row in PlanGoal.objects.filter(plan__in=plans).order_by("plan_id", "position"):
        found[row.plan_id].append(Goal(GoalKind(row.kind), row.words, row.due))
    return found


def _promises(plans: Iterable[int]) -> dict[int, list[Promise]]:
    found: dict[int, list[Promise]] = defaultdict(list)
    for row in PlanPromise.objects.filter(plan__in=plans).order_by("plan_id", "position"):
        found[row.plan_id].append(Promise(Party(row.party), row.words, row.due))
    return found


def _extent(row: PlanExtent) -> Extent:
    return Extent(row.required, row.reachable, row.chosen, row.reason, row.evidence, row.rules_version)
