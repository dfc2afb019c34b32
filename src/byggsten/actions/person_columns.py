"""A person as columns, and the number that only one may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.actions.lengths import refuse_too_long
from byggsten.domain.people import Protection
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
    rows = list(rows)
    floors = _floors(rows, told, open_about)
    for row in [*rows, *_kept_besides(rows, floors)]:
        said = (
            {}
            if row.reference not in told
            else said_of(told[row.reference], protection=row.reference not in open_about)
        )
        # The protection of any record of a person is that of the one it is read as.
        says = said.get("protection", row.protection)
        level = strongest((says, floors.get(row.pk, says)))
        columns = take_over(row, {**said, "protection": level})
        if columns:
            # A form that was opened before the file came must not overwrite it.
            row.stamp += 1
            changed[row.reference] = columns
            renewed.append(row)
    if renewed:
        columns = [*next(iter(told.values())), "stamp"]
        Person.objects.bulk_update(renewed, columns, batch_size=200)
    return changed


def strongest(levels: Iterable[str]) -> str:
    """The strongest of the protections."""
    order = [level.value for level in Protection]
    return max(levels, key=order.index)


def _floors(
    rows: Collection[Person], told: Mapping[str, Mapping[str, Any]], open_about: Collection[str]
) -> dict[int, str]:
    """The strongest protection of the records that were merged into each kept one, as it is now told."""
    kept = {row.merged_into_id or row.pk for row in rows}
    found: dict[int, str] = {}
    absorbed = Person.objects.filter(merged_into__in=kept)
    for reference, root, known in absorbed.values_list("reference", "merged_into_id", "protection"):
        says = reference in told and reference not in open_about
        level = told[reference]["protection"] if says else known
        found[root] = strongest((found.get(root, level), level))
    return found


def _kept_besides(rows: Collection[Person], floors: Mapping[int, str]) -> list[Person]:
    """The kept records that are not told of themselves, but whose other records are."""
    return list(Person.objects.filter(pk__in=floors.keys() - {row.pk for row in rows}))


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
