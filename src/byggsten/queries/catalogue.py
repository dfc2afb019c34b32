"""What can be offered in a period: groups of published activities, with the seats that are left."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from byggsten.domain.catalogue import Offer, Slot
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.planning import Publication, SwedishLevel
from byggsten.queries.activities import activities_of
from byggsten.queries.catalogue_seats import shared, taken_seats
from byggsten.records.models import Activity, Effect, Group, ScheduleSlot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from byggsten.domain import planning

# What a published activity says, in the order that the version of the catalogue is counted from.
SAID = (
    "reference", "name", "kind", "provider__name", "forgone_benefit", "weakens_nothing", "self_reported",
    "description", "target_group", "swedish_from", "swedish_to", "cost_per_place", "cost_source",
    "duty_marked", "project", "evaluation", "first_day", "last_day",
)  # fmt: skip
GROUP_SAID = (
    "activity__reference", "reference", "name", "place__name", "capacity", "language",
    "first_day", "last_day",
)  # fmt: skip
SLOT_SAID = ("group__reference", "weekday", "start", "minutes", "first_day", "last_day")
EFFECT_SAID = ("activity__reference", "block", "strengthens", "mechanism")


def offers(period: Period, *, groups: Collection[str] | None = None, besides: str = "") -> tuple[Offer, ...]:
    """The groups that a plan for the period can give places in, in five questions whatever their number.

    ``groups`` keeps to those; ``besides`` is a person whose own places are not counted as taken.
    """
    chosen = Group.objects.filter(activity__publication=Publication.PUBLISHED.value)
    if groups is not None:
        chosen = chosen.filter(reference__in=groups)
    rows = list(chosen.select_related("activity", "place").order_by("activity__name", "name", "reference"))
    keys = [row.pk for row in rows]
    slots, taken = _slots(keys), taken_seats(keys, period, besides=besides)
    activities = activities_of({row.activity.reference for row in rows})
    made = (
        _offer(row, slots[row.pk], period, activities[row.activity.reference], taken.get(row.pk, 0))
        for row in rows
    )
    return tuple(offer for offer in made if offer is not None)


def catalogue_version() -> str:
    """A short name of exactly what is published now; the same words give the same name."""
    published = Publication.PUBLISHED.value
    said: list[Any] = [
        list(Activity.objects.filter(publication=published).order_by("reference").values_list(*SAID)),
        list(
            Effect.objects.filter(activity__publication=published)
            .order_by("activity__reference", "block", "strengthens")
            .values_list(*EFFECT_SAID)
        ),
        list(
            Group.objects.filter(activity__publication=published)
            .order_by("reference")
            .values_list(*GROUP_SAID)
        ),
        list(
            ScheduleSlot.objects.filter(group__activity__publication=published)
            .order_by("group__reference", "weekday", "start", "first_day")
            .values_list(*SLOT_SAID)
        ),
    ]
    text = json.dumps(said, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _slots(groups: Iterable[int]) -> dict[int, list[Slot]]:
    found: dict[int, list[Slot]] = defaultdict(list)
    for row in ScheduleSlot.objects.filter(group__in=groups).order_by("weekday", "start", "first_day"):
        when = Period(row.first_day, row.last_day)
        found[row.group_id].append(Slot(row.weekday, row.start, Minutes(row.minutes), when))
    return found


def _offer(
    row: Group, slots: list[Slot], asked: Period, activity: planning.Activity, taken: int
) -> Offer | None:
    """The group as an offer, or None when it does not meet in the period."""
    when = _meets(row, slots, asked)
    if when is None or not when.overlaps(asked) or not (slots or row.activity.self_reported):
        return None
    kept = tuple(
        Slot(slot.weekday, slot.start, slot.minutes, both)
        for slot in slots
        if slot.period.overlaps(asked) and (both := shared(slot.period, when))
    )
    if slots and not kept:
        return None
    level = {
        name: SwedishLevel(said) if (said := getattr(row.activity, name)) else None
        for name in ("swedish_from", "swedish_to")
    }
    return Offer(
        row.reference,
        row.name,
        activity,
        row.place.as_domain() if row.place else None,
        kept,
        when,
        None if row.capacity is None else max(row.capacity - taken, 0),
        language=row.language,
        duty_marked=row.activity.duty_marked,
        cost_per_place=row.activity.cost_per_place,
        **level,
    )


def _meets(row: Group, slots: list[Slot], asked: Period) -> Period | None:
    """When the group meets: what it says itself, else its weekly times, within the activity's own days."""
    first = row.first_day or min((slot.period.first_day for slot in slots), default=asked.first_day)
    ends = [slot.period.last_day for slot in slots]
    last = row.last_day
    if last is None and ends and None not in ends:
        last = max(end for end in ends if end is not None)
    if last is not None and last < first:
        return None
    own = Period(row.activity.first_day or first, row.activity.last_day)
    return shared(Period(first, last), own)
