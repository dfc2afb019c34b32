"""Whole entries of the catalogue as they stand: what is said, whether it is published, and its stamp."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.catalogue import ActivityDraft, GroupDraft, Slot
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.organisations import Place, Provider
from byggsten.domain.planning import ActivityKind, BuildingBlock, Effect, Publication, SwedishLevel
from byggsten.queries.places import public_places
from byggsten.records import models as records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity of the catalogue; ``stamp`` changes with each change."""

    draft: ActivityDraft
    publication: Publication
    stamp: int
    provider: Provider
    published_at: datetime | None = None
    published_by: str = ""


def entries(rows: QuerySet[records.Activity] | None = None) -> tuple[Entry, ...]:
    """The entries by name, in four questions whatever their number; all of them unless some are chosen."""
    chosen = records.Activity.objects.all() if rows is None else rows
    found = list(chosen.select_related("provider").order_by("name", "reference"))
    keys = [row.pk for row in found]
    effects: dict[int, list[Effect]] = defaultdict(list)
    for effect in records.Effect.objects.filter(activity__in=keys).order_by("pk"):
        block = BuildingBlock(effect.block)
        effects[effect.activity_id].append(Effect(block, effect.strengthens, effect.mechanism))
    groups = _groups(keys)
    return tuple(_entry(row, effects[row.pk], groups[row.pk]) for row in found)


def entry_of(reference: str) -> Entry | None:
    """One entry, or None when there is no such activity."""
    return next(iter(entries(records.Activity.objects.filter(reference=reference))), None)


def all_places() -> tuple[Place, ...]:
    """Every place that anybody may know of, by name."""
    return tuple(row.as_domain() for row in public_places())


def all_providers() -> tuple[Provider, ...]:
    """Every provider that is known, by name."""
    return tuple(row.as_domain() for row in records.Provider.objects.order_by("name"))


def _groups(activities: Iterable[int]) -> dict[int, list[GroupDraft]]:
    slots: dict[int, list[Slot]] = defaultdict(list)
    for row in records.ScheduleSlot.objects.filter(group__activity__in=activities).order_by(
        "weekday", "start", "first_day"
    ):
        when = Period(row.first_day, row.last_day)
        slots[row.group_id].append(Slot(row.weekday, row.start, Minutes(row.minutes), when))
    found: dict[int, list[GroupDraft]] = defaultdict(list)
    rows = records.Group.objects.filter(activity__in=activities).select_related("place")
    for group in rows.order_by("name", "reference"):
        found[group.activity_id].append(
            GroupDraft(
                reference=group.reference,
                name=group.name,
                place=group.place.name if group.place else "",
                capacity=group.capacity,
                language=group.language,
                first_day=group.first_day,
                last_day=group.last_day,
                slots=tuple(slots[group.pk]),
            )
        )
    return found


def _entry(row: records.Activity, effects: list[Effect], groups: list[GroupDraft]) -> Entry:
    draft = ActivityDraft(
        reference=row.reference,
        name=row.name,
        kind=ActivityKind(row.kind) if row.kind else None,
        provider=row.provider.name,
        description=row.description,
        target_group=row.target_group,
        swedish_from=SwedishLevel(row.swedish_from) if row.swedish_from else None,
        swedish_to=SwedishLevel(row.swedish_to) if row.swedish_to else None,
        effects=tuple(effects),
        weakens_nothing=row.weakens_nothing,
        forgone_benefit=row.forgone_benefit,
        cost_per_place=row.cost_per_place,
        cost_source=row.cost_source,
        self_reported=row.self_reported,
        duty_marked=row.duty_marked,
        project=row.project,
        evaluation=row.evaluation,
        first_day=row.first_day,
        last_day=row.last_day,
        groups=tuple(groups),
    )
    publication = Publication(row.publication)
    return Entry(draft, publication, row.stamp, row.provider.as_domain(), row.published_at, row.published_by)
