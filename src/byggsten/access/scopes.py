"""The one table of whom a role may do what with; what is not in it is not allowed.

The same condition answers both questions: ``may`` asks it of one row, ``visible`` of all.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Exists, OuterRef, Q

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import ROLES, May
from byggsten.domain.people import Protection
from byggsten.domain.planning import Publication
from byggsten.records.models import Activity, Assignment, Group, Person, PlanItem, Session, Unit
from byggsten.records.models.staff import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.db.models import Model, QuerySet

    from byggsten.access.actors import Actor

Row = TypeVar("Row", bound="Model")


class Subject(StrEnum):
    """What can be asked about by its reference, for floors that do not know the tables."""

    PERSON = "person"
    GROUP = "group"
    SESSION = "session"
    ACTIVITY = "activity"
    UNIT = "unit"


MODELS: Mapping[Subject, type[Model]] = MappingProxyType(
    {
        Subject.PERSON: Person,
        Subject.GROUP: Group,
        Subject.SESSION: Session,
        Subject.ACTIVITY: Activity,
        Subject.UNIT: Unit,
    }
)


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


TABLE: Mapping[tuple[type[Model], May], Mapping[Role, Callable[[Actor], Q]]] = MappingProxyType(
    {
        (Person, May.SEE_NAME): {
            Role.CASEWORKER: own_unit_or_named,
            Role.MANAGER: own_unit,
            Role.TEACHER: in_own_groups,
        },
        (Person, May.SEE_FIGURES): {Role.CASEWORKER: own_unit_or_named, Role.MANAGER: own_unit},
        (Person, May.SEE_UNIT): {Role.MANAGER: own_unit},
        (Person, May.SEE_PERSON): {Role.CASEWORKER: own_unit_or_named},
        (Person, May.CHANGE_PERSON): {Role.CASEWORKER: own_unit_or_named},
        (Person, May.PLAN): {Role.CASEWORKER: own_unit_or_named},
        (Person, May.SEE_HOUSING): {Role.CASEWORKER: own_unit_or_named, Role.MANAGER: own_unit},
        (Unit, May.RECEIVE): {Role.CASEWORKER: own_unit_itself},
        (Activity, May.SEE_CATALOGUE): {
            Role.CASEWORKER: no_draft,
            Role.MANAGER: no_draft,
            Role.COORDINATOR: any_activity,
        },
        (Activity, May.EDIT_CATALOGUE): {Role.COORDINATOR: any_activity},
        (Group, May.SEE_REGISTER): {Role.TEACHER: own_group},
        (Group, May.MARK_REGISTER): {Role.TEACHER: own_group},
        (Session, May.SEE_REGISTER): {Role.TEACHER: own_groups_session},
        (Session, May.MARK_REGISTER): {Role.TEACHER: own_groups_session},
    }
)


def scope(actor: Actor, may_do: May, model: type[Model]) -> Q:
    """The condition that the rows meet with which the actor may do it."""
    where = TABLE.get((model, may_do), {}).get(actor.role) if actor.role else None
    if where is None or actor.role is None or may_do not in ROLES[actor.role].may:
        return Q(pk__in=[])
    return where(actor)


def visible(actor: Actor, may_do: May, model: type[Row]) -> QuerySet[Row]:
    """The rows with which the actor may do it."""
    return model._default_manager.filter(scope(actor, may_do, model))  # noqa: SLF001 - Django documents it


def may(actor: Actor, may_do: May, row: Model) -> bool:
    """Whether the actor may do it with this row; the same condition as ``visible``."""
    return visible(actor, may_do, type(row)).filter(pk=row.pk).exists()


def demand(actor: Actor, may_do: May, subject: Subject, reference: str) -> None:
    """Raise NotInYourRole or NothingHere unless the actor may do it with what the reference names."""
    actor.demand(may_do)
    named = {"name" if subject is Subject.UNIT else "reference": reference}
    if not visible(actor, may_do, MODELS[subject]).filter(**named).exists():
        raise NothingHere
