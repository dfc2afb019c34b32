"""From references to rows, all at once; an unknown one is refused with a sentence that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Activity, Group, Person, Place, Provider, StaffMember, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

Row = TypeVar("Row", bound="Model")


class UnknownReference(Refusal):
    """Something is named that is not recorded."""


_WHAT: dict[type[Model], str] = {
    Activity: N_("Aktiviteten «%(reference)s» finns inte. Registrera den först eller rätta beteckningen."),
    Group: N_("Gruppen «%(reference)s» finns inte. Registrera den först eller rätta beteckningen."),
    Person: N_("Personen «%(reference)s» finns inte. Registrera personen först eller rätta beteckningen."),
    Place: N_("Platsen «%(reference)s» finns inte. Registrera den först eller rätta namnet."),
    Provider: N_("Anordnaren «%(reference)s» finns inte. Registrera den först eller rätta namnet."),
    StaffMember: N_("Användaren «%(reference)s» finns inte. Lägg upp användaren först eller rätta namnet."),
    Unit: N_("Enheten «%(reference)s» finns inte. Registrera den först eller rätta namnet."),
}
_BY: dict[type[Model], str] = {
    Activity: "reference",
    Group: "reference",
    Person: "reference",
    Place: "name",
    Provider: "name",
    StaffMember: "user__username",
    Unit: "name",
}


def ids_of(model: type[Model], references: Iterable[str]) -> dict[str, int]:
    """The keys of the rows by reference; raise UnknownReference for the first that is not recorded."""
    wanted = set(references)
    if not wanted:
        return {}
    found: dict[str, int] = dict(
        model._default_manager.filter(**{f"{_BY[model]}__in": wanted}).values_list(_BY[model], "pk")  # noqa: SLF001
    )
    missing = sorted(wanted - found.keys())
    if missing:
        raise UnknownReference(Text(_WHAT[model], {"reference": missing[0]}))
    return found


def locked_person(reference: str) -> Person:
    """The person's row, held until the transaction ends so that two who plan at once take turns."""
    person = Person.objects.select_for_update().filter(reference=reference).first()
    if person is None:
        raise UnknownReference(Text(_WHAT[Person], {"reference": reference}))
    return person
