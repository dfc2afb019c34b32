"""A person as columns, and the number that only one may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.actions.lengths import refuse_too_long
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.merged import one_person
from byggsten.records.models import Person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from byggsten.domain import people as domain


class NumberIsTaken(Refusal):
    """Two people would have the same personal number."""


def columns_of(
    person: domain.Person, unit_id: int, *, interpreter: bool = False, interim_number: str = ""
) -> dict[str, Any]:
    """The person's columns, but for the reference and the moment."""
    return {
        "number": person.number.reveal() if person.number else "",
        "given_name": person.given_name,
        "family_name": person.family_name,
        "born": person.born,
        "sex": person.sex.value if person.sex else "",
        "language": person.language,
        "interpreter": interpreter,
        "interim_number": interim_number,
        "protection": person.protection.value,
        "unit_id": unit_id,
    }


def columns_by_reference(
    people: Iterable[domain.Person], unit_id: int, interpreters: Collection[str], interim: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """The columns of each, by reference."""
    return {
        who: columns_of(person, unit_id, interpreter=who in interpreters, interim_number=interim.get(who, ""))
        for person in people
        if (who := person.reference)
    }


def said_of(columns: Mapping[str, Any], *, protection: bool) -> dict[str, Any]:
    """Those of the columns that a source says something about; silence never erases what is known."""
    quiet = {"number", "born", "sex", "language", "interpreter", "interim_number"}
    told = {name: value for name, value in columns.items() if value or name not in quiet}
    return told if protection else {name: value for name, value in told.items() if name != "protection"}


def renew(
    rows: Iterable[Person], told: Mapping[str, Mapping[str, Any]], open_about: Collection[str]
) -> dict[str, list[str]]:
    """Bring those who are known up to date; return the columns that changed, by reference."""
    changed: dict[str, list[str]] = {}
    renewed = []
    for row in rows:
        said = said_of(told[row.reference], protection=row.reference not in open_about)
        columns = take_over(row, said)
        if columns:
            # A form that was opened before the file came must not overwrite it.
            row.stamp += 1
            changed[row.reference] = columns
            renewed.append(row)
    if renewed:
        columns = [*next(iter(told.values())), "stamp"]
        Person.objects.bulk_update(renewed, columns, batch_size=200)
    return changed


def take_over(row: Person, told: Mapping[str, Any]) -> list[str]:
    """Set what differs, and name the columns."""
    changed = [name for name, value in told.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, told[name])
    return changed


def refuse_unkept(told: Mapping[str, dict[str, Any]]) -> None:
    """Raise TooLong, or NumberIsTaken if two would share a number; ``told`` has columns by reference.

    A number that belongs to another record of the same person stays there, and is taken out of what is told.
    """
    owners: dict[str, str] = {}
    for reference, columns in told.items():
        refuse_too_long(Person, {"reference": reference, **columns})
        number = columns["number"]
        if number and owners.setdefault(number, reference) != reference:
            raise _taken(reference, owners[number])
    for number, known in Person.objects.filter(number__in=owners).values_list("number", "reference"):
        if owners[number] != known and owners[number] not in one_person(known):
            raise _taken(owners[number], known)
        if owners[number] != known:
            told[owners[number]]["number"] = ""


def _taken(new: str, known: str) -> NumberIsTaken:
    return NumberIsTaken(
        Text(
            N_("Personnumret för «%(new)s» hör redan till «%(known)s». Rätta det ena."),
            {"new": new, "known": known},
        )
    )
