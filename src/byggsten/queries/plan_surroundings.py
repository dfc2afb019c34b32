"""What a plan must fit into, for many people at once: the mapping, the home, and other plans' hours."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.domain.catalogue import Slot
from byggsten.domain.competence import Absence, Track
from byggsten.domain.competence_estimate import Told, profile_of
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.planning import ActivityKind, BuildingBlock
from byggsten.domain.week_grid import Block, block_at
from byggsten.queries.mapping import as_claim
from byggsten.records.models import BlockEstimate, Claim, HousingSpell, MappingTalk, ScheduleSlot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.case import Case
    from byggsten.domain.competence import Claim as ClaimValue
    from byggsten.domain.competence_estimate import Profile
    from byggsten.domain.organisations import Place
    from byggsten.domain.planning import PlanItem
    from byggsten.queries.merged import Records


def profiles(records: Mapping[str, Records], on: date) -> dict[str, Profile]:
    """What each mapping has come to on the day, as ``queries.mapping.profile`` tells it of one."""
    whose = _whose(records)
    claims: dict[str, list[ClaimValue]] = defaultdict(list)
    for row in Claim.objects.filter(person__in=whose, replaced_at__isnull=True).order_by("recorded_at", "pk"):
        claims[whose[row.person_id]].append(as_claim(row))
    judged: dict[str, dict[BuildingBlock, int]] = defaultdict(dict)
    estimates = BlockEstimate.objects.filter(person__in=whose, replaced_at__isnull=True, day__lte=on)
    for estimate in estimates.order_by("day", "recorded_at", "pk"):
        judged[whose[estimate.person_id]][BuildingBlock(estimate.block)] = estimate.level
    talks = MappingTalk.objects.filter(person__in=whose).exclude(track="").order_by("started_at")
    tracks = {whose[person]: Track(track) for person, track in talks.values_list("person_id", "track")}
    return {
        reference: profile_of(
            Told(tuple(one for one in claims[reference] if one.content is not Absence.TAKEN_BACK)),
            on,
            judged=judged[reference],
            track=tracks.get(reference),
        )
        for reference in records
    }


def homes(records: Mapping[str, Records], on: date) -> dict[str, Place]:
    """Where each person lives on the day, as ``queries.housing.home_of`` tells it of one."""
    whose = _whose(records)
    holds = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    spells = HousingSpell.objects.filter(holds, person__in=whose, replaced_at__isnull=True)
    # The latest to begin is told last and counts; one without a place hides an earlier one with it.
    found = {
        whose[spell.person_id]: spell.place
        for spell in spells.order_by("first_day", "pk").select_related("place")
    }
    return {reference: place.as_domain() for reference, place in found.items() if place is not None}


def busy_blocks(cases: Mapping[str, Case], first_day: date) -> dict[str, tuple[tuple[str, Block], ...]]:
    """The hours of each person's plans that hold some day from the first day on, by the plan's reference."""
    ahead = Period(first_day)
    items = [
        (reference, plan.reference, item)
        for reference, case in cases.items()
        for plan in case.plans
        if plan.period.overlaps(ahead)
        for item in plan.items
        if item.period.overlaps(ahead)
    ]
    slots: dict[str, list[ScheduleSlot]] = defaultdict(list)
    rows = ScheduleSlot.objects.filter(group__reference__in={item.group for *_, item in items})
    for slot in rows.select_related("group__activity", "group__place").order_by("pk"):
        slots[slot.group.reference].append(slot)
    found: dict[str, tuple[tuple[str, Block], ...]] = {}
    for reference, plan, item in items:
        blocks = (_block(slot, item) for slot in slots[item.group])
        told = tuple((plan, block) for block in blocks if block is not None)
        found[reference] = (*found.get(reference, ()), *told)
    return found


def _block(slot: ScheduleSlot, item: PlanItem) -> Block | None:
    """The slot on the days of the place in the plan; None when there are none."""
    group = slot.group
    return block_at(
        Slot(slot.weekday, slot.start, Minutes(slot.minutes), Period(slot.first_day, slot.last_day)),
        item.period,
        label=group.name,
        kind=ActivityKind(group.activity.kind),
        group=group.reference,
        place=group.place.as_domain() if group.place else None,
    )


def _whose(records: Mapping[str, Records]) -> dict[int, str]:
    """The reference that was asked for, by the key of each record about the person."""
    return {key: reference for reference, one in records.items() for key in one.keys}
