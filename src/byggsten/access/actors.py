"""The person who acts, loaded from the database at each request and never from the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.access.refusals import NotInYourRole
from byggsten.access.roles import ROLES, May
from byggsten.records.models import StaffMember
from byggsten.records.models.staff import Role

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts on which day; without a role nothing is allowed."""

    username: str
    on: date
    role: Role | None = None
    staff_id: int | None = None
    unit_id: int | None = None
    name: str = ""

    def has(self, may: May) -> bool:
        """Whether the role includes it for anybody at all; decides which menus are drawn."""
        return self.role is not None and may in ROLES[self.role].may

    def demand(self, may: May) -> None:
        """Raise NotInYourRole unless the role includes it."""
        if not self.has(may):
            raise NotInYourRole


def actor_of(username: str, *, on: date) -> Actor:
    """The actor behind a signed-in name; one that is no active staff member may do nothing."""
    member = (
        StaffMember.objects.select_related("user")
        .filter(user__username=username, user__is_active=True)
        .first()
    )
    if member is None:
        return Actor(username, on)
    return Actor(username, on, Role(member.role), member.pk, member.unit_id, member.name)
