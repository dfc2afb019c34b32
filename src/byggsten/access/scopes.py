"""The one table of whom a role may do what with; what is not in it is not allowed.

The same condition answers both questions: ``may`` asks it of one row, ``visible`` of all.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Q

from byggsten.access.conditions import (
    any_activity,
    in_own_groups,
    no_draft,
    own_group,
    own_groups_session,
    own_unit,
    own_unit_itself,
    own_unit_or_named,
)
from byggsten.access.refusals import NothingHere
from byggsten.access.roles import ROLES, May
from byggsten.records.models import Activity, Group, Person, Session, Unit
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
