"""One activity as its page shows it: what it says, what it lacks, its groups with seats and times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.catalogue import missing
from byggsten.queries.catalogue_entries import entries
from byggsten.queries.catalogue_list import seats_of, week_of
from byggsten.queries.catalogue_seats import people_in
from byggsten.records.models import Activity, Group, StaffMember
from byggsten.records.models.staff import Role

if TYPE_CHECKING:
    from byggsten.access.actors import Actor
    from byggsten.domain.catalogue import ActivityDraft, GroupDraft, Missing, Slot
    from byggsten.queries.catalogue_entries import Entry
    from byggsten.queries.catalogue_list import Seats


@dataclass(frozen=True, slots=True)
class GroupOnPage:
    """A group with its seats; ``teacher`` is a name and ``username`` its account, "" when there is none.

    ``slots`` are the weekly times that hold today or later, ``minutes`` those of a week that holds today.
    """

    draft: GroupDraft
    seats: Seats
    slots: tuple[Slot, ...]
    minutes: int
    teacher: str
    username: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """``people`` is how many have a place in it today or later; only a number, whoever asks."""

    entry: Entry
    groups: tuple[GroupOnPage, ...]
    lacks: tuple[Missing, ...]
    people: int

    @property
    def draft(self) -> ActivityDraft:
        return self.entry.draft

    def group(self, reference: str) -> GroupOnPage:
        """One of its groups.  Raises NothingHere."""
        found = next((group for group in self.groups if group.draft.reference == reference), None)
        if found is None:
            raise NothingHere
        return found


def activity_page(actor: Actor, reference: str, may: May = May.SEE_CATALOGUE) -> ActivityPage:
    """The activity.  Raises NothingHere when the actor may not see it, or with ``may`` not do it."""
    (entry,) = entries(visible(actor, may, Activity).filter(reference=reference)) or (None,)
    if entry is None:
        raise NothingHere
    seats = seats_of([entry], actor.on)[reference]
    kept_by = {
        group: (username or "", f"{given} {family}".strip())
        for group, username, given, family in Group.objects.filter(activity__reference=reference).values_list(
            "reference", "teacher__user__username", "teacher__user__first_name", "teacher__user__last_name"
        )
        if username
    }
    groups = tuple(
        GroupOnPage(
            group,
            seats[group.reference],
            tuple(s for s in group.slots if s.period.last_day is None or s.period.last_day >= actor.on),
            week_of(group, actor.on) or week_of(group),
            kept_by.get(group.reference, ("", ""))[1],
            kept_by.get(group.reference, ("", ""))[0],
        )
        for group in entry.draft.groups
    )
    return ActivityPage(entry, groups, missing(entry.draft), people_in(reference, actor.on))


def teachers() -> tuple[tuple[str, str], ...]:
    """The user names and names of those who can keep a register."""
    rows = StaffMember.objects.filter(role=Role.TEACHER.value, user__is_active=True).select_related("user")
    return tuple((row.user.get_username(), row.name) for row in rows.order_by("user__first_name", "pk"))
