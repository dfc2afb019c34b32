"""What another catalogue tells of an activity, beside what is known of it here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.catalogue import ActivityDraft, GroupDraft, Slot

TEXTS = (
    "name", "description", "target_group", "weakens_nothing", "forgone_benefit", "cost_source", "evaluation",
)  # fmt: skip
KEPT = (
    "kind", "description", "target_group", "swedish_from", "swedish_to", "effects", "weakens_nothing",
    "forgone_benefit", "cost_per_place", "cost_source", "evaluation", "first_day", "last_day",
)  # fmt: skip
FLAGS = ("self_reported", "duty_marked", "project")
GROUP_KEPT = ("place", "capacity", "language", "first_day", "last_day", "slots")


def plain(draft: ActivityDraft) -> ActivityDraft:
    """The draft as it will be read back: without what says nothing, and its times in order."""
    once = {(e.block, e.strengthens): replace(e, mechanism=e.mechanism.strip()) for e in draft.effects}
    groups = (
        replace(group, name=group.name.strip(), slots=tuple(sorted(group.slots, key=_order)))
        for group in draft.groups
    )
    return replace(
        draft,
        effects=tuple(effect for effect in once.values() if effect.mechanism),
        groups=tuple(groups),
        **{name: getattr(draft, name).strip() for name in TEXTS},
    )


def completed(known: ActivityDraft, told: ActivityDraft, *, flags: bool) -> ActivityDraft:
    """What is told, with what is known here wherever it says nothing: a file empties nothing.

    ``flags`` False: it does not speak of duty, own time and projects at all.
    """
    groups = {group.reference: group for group in known.groups}
    kept = {name: getattr(known, name) for name in KEPT if getattr(told, name) in ("", None, ())}
    if not flags:
        kept |= {name: getattr(known, name) for name in FLAGS}
    if told.effects or told.weakens_nothing:
        # An answer about what it weakens is told whole: one half of it would contradict the other.
        kept.pop("effects", None)
        kept.pop("weakens_nothing", None)
    joint = tuple(
        replace(group, **{
            name: getattr(groups[group.reference], name)
            for name in GROUP_KEPT
            if getattr(group, name) in ("", None, ())
        })
        if group.reference in groups
        else group
        for group in told.groups
    )  # fmt: skip
    return replace(told, **kept | {"groups": joint})


def same(known: ActivityDraft, told: ActivityDraft, today: date) -> bool:
    """Whether what is told says nothing new; groups that it does not name are not asked about."""
    groups = {group.reference: group for group in known.groups}
    return (
        replace(known, effects=(), groups=()) == replace(told, effects=(), groups=())
        and set(known.effects) == set(told.effects)
        and all(
            group.reference in groups and _same_group(groups[group.reference], group, today)
            for group in told.groups
        )
    )


def joined(known: ActivityDraft, told: ActivityDraft) -> ActivityDraft:
    """What is told, with the groups that it does not name."""
    named = {group.reference for group in told.groups}
    return replace(told, groups=(*told.groups, *(g for g in known.groups if g.reference not in named)))


def _same_group(known: GroupDraft, told: GroupDraft, today: date) -> bool:
    """Times that were over before today are history here, and no other catalogue need tell them."""
    wanted = set(told.slots)
    left = {
        slot
        for slot in known.slots
        if slot in wanted or slot.period.last_day is None or slot.period.last_day >= today
    }
    return left == wanted and replace(known, slots=()) == replace(told, slots=())


def _order(slot: Slot) -> tuple[object, ...]:
    return slot.weekday, slot.start, slot.period.first_day
