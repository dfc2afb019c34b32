"""The roles, so that they can be read aloud and approved by a manager."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from byggsten.domain.texts import N_
from byggsten.records.models.staff import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ROLES", "Caseworker", "Coordinator", "Manager", "May", "Role", "RoleDescription", "Teacher"]


class May(StrEnum):
    """What a role can be allowed to do.  Whom it may do it with stands in ``scopes``."""

    SEE_NAME = "see_name"
    SEE_FIGURES = "see_figures"
    SEE_UNIT = "see_unit"
    SEE_PERSON = "see_person"
    CHANGE_PERSON = "change_person"
    PLAN = "plan"
    SEE_REGISTER = "see_register"
    MARK_REGISTER = "mark_register"
    RECEIVE = "receive"
    SEE_HOUSING = "see_housing"
    SEE_CATALOGUE = "see_catalogue"
    EDIT_CATALOGUE = "edit_catalogue"


class RoleDescription(Protocol):
    """What every role says about itself."""

    title: str
    about: str
    may: frozenset[May]


class Caseworker:
    """Works with people's plans."""

    title = N_("Handläggare")
    about = N_(
        "Tar emot människor till sin enhet. Ser deltagarna där, deras planer, närvaro och förklaringar, "
        "kartlägger och skriver planer. "
        "Deltagare med skyddade uppgifter ser bara den handläggare som har fått dem."
    )
    may = frozenset(
        {
            May.SEE_NAME,
            May.SEE_FIGURES,
            May.SEE_PERSON,
            May.CHANGE_PERSON,
            May.PLAN,
            May.RECEIVE,
            May.SEE_HOUSING,
            May.SEE_CATALOGUE,
        }
    )


class Teacher:
    """Keeps registers."""

    title = N_("Lärare")
    about = N_("Ser namnen i sina grupper och för närvaro. Ser inte planer, beslut eller personnummer.")
    may = frozenset({May.SEE_NAME, May.SEE_REGISTER, May.MARK_REGISTER})


class Manager:
    """Answers for a unit."""

    title = N_("Chef")
    about = N_(
        "Ser sin enhets deltagare som siffror och lista. Öppnar inte enskilda ärenden. "
        "Skriver in kommuntalet."
    )
    may = frozenset({May.SEE_NAME, May.SEE_FIGURES, May.SEE_UNIT, May.SEE_HOUSING, May.SEE_CATALOGUE})


class Coordinator:
    """Keeps the catalogue."""

    title = N_("Samordnare")
    about = N_("Skriver och publicerar aktiviteter i katalogen. Ser inga deltagare.")
    may = frozenset({May.SEE_CATALOGUE, May.EDIT_CATALOGUE})


ROLES: Mapping[Role, RoleDescription] = MappingProxyType(
    {
        Role.CASEWORKER: Caseworker(),
        Role.TEACHER: Teacher(),
        Role.MANAGER: Manager(),
        Role.COORDINATOR: Coordinator(),
    }
)
