"""The conditions that rows meet for an actor; which role meets which stands in the table of ``scopes``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from byggsten.domain.people import Protection
from byggsten.domain.planning import Publication
from byggsten.records.models import Assignment, PlanItem

if TYPE_CHECKING:
    from byggsten.access.actors import Actor


def holds_on(actor: Actor, prefix: str = "") -> Q:
    """The period holds on the actor's day."""
    return Q(**{f"{prefix}first_day__lte": actor.on}) & (
        Q(**{f"{prefix}last_day__isnull": True}) | Q(**{f"{prefix}last_day__gte": actor.on})
    )


def own_unit(actor: Actor) -> Q:
    """People of the unit who have no protected data; a record merged into another is shown as that one."""
    return Q(unit_id=actor.unit_id, protection=Protection.NONE.value, merged_into__isnull=True)


def own_unit_or_named(actor: Actor) -> Q:
    """People of the unit; those with protected data only for the caseworker who has been given them."""
    mine = Assignment.objects.filter(holds_on(actor), person=OuterRef("pk"), caseworker_id=actor.staff_id)
    here = Q(unit_id=actor.unit_id, merged_into__isnull=True)
    return here & (Q(protection=Protection.NONE.value) | Q(Exists(mine)))


def in_own_groups(actor: Actor) -> Q:
    """People who have a place in one of the teacher's groups today.

    Protected data does not hide the name here: a register without it would leave the person's hours
    unrecorded.  The teacher sees the name and nothing else.
    """
    places = PlanItem.objects.filter(
        holds_on(actor),
        holds_on(actor, "plan__"),
        Q(plan__person=OuterRef("pk")) | Q(plan__person__merged_into=OuterRef("pk")),
        plan__withdrawn_at__isnull=True,
        group__teacher_id=actor.staff_id,
    )
    return Q(Exists(places), merged_into__isnull=True)


def own_group(actor: Actor) -> Q:
    """Groups that the teacher keeps the register of."""
    return Q(teacher_id=actor.staff_id)


def own_groups_session(actor: Actor) -> Q:
    """Sessions of those groups."""
    return Q(group__teacher_id=actor.staff_id)


def own_unit_itself(actor: Actor) -> Q:
    """The unit one works at."""
    return Q(pk=actor.unit_id)


def any_activity(actor: Actor) -> Q:  # noqa: ARG001 - the table's form
    """Every activity, drafts included."""
    return Q()


def no_draft(actor: Actor) -> Q:  # noqa: ARG001 - the table's form
    """Activities that are or have been published."""
    return ~Q(publication=Publication.DRAFT.value)
