"""What a row tells about one person, as values of the domain; what cannot be is refused by its column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from byggsten.actions.reception_import import Extras
from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Fact, Permit, Person, UnreadableNumber
from byggsten.domain.reception import Arrival, Guard, Reach, majority, route_facts
from byggsten.domain.texts import N_
from byggsten.gateways.people_rows import period_of, to_person
from byggsten.gateways.population_register.rows import GuardianRow, PersonColumns, PersonToRegister
from byggsten.gateways.refusals import RefusedRow, RowRefused
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Value = TypeVar("Value")
WITH_GROUND = "Fyll i permit_ground, eller töm cellen."
DATED = (
    "received", "first_contact", "first_registered", "registered_here_from", "registered_here_until",
)  # fmt: skip
SILENT = Extras()
FIRST_OF_ALL = date(FIRST_YEAR, 1, 1)
# What the domain calls the values, and the columns of a table.
COLUMNS = {"ground": "permit_ground", "permit_first": "permit_first_day", "permit_last": "permit_last_day"}
NEVER_REPEATED = ("born", "sex", "number", "phone", "email", "address", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row tells about one person; ``open_about``: not whether the data are protected."""

    person: Person
    unit: str
    permits: tuple[Permit, ...] = ()
    facts: tuple[Fact, ...] = ()
    extras: Extras = SILENT
    open_about: bool = False


def entry_of(row: PersonToRegister, source: str, on: date) -> Entry:
    """The row as values of the domain; ``source`` becomes the origin of what it tells.

    Raises Refusal.
    """
    refuse_odd_years(row)
    try:
        person = to_person(row)
    except UnreadableNumber as refusal:
        # The number itself is never repeated.
        raise RowRefused("number", "", refusal.text) from None
    permits = _permits(row, source) if isinstance(row, PersonColumns) else ()
    _refuse_impossible(row, person, permits, on)
    facts = tuple(_facts(row, source)) if isinstance(row, PersonColumns) else ()
    extras = Extras(row.interim_number, row.interpreter, _reach(row))
    return Entry(person, row.unit, permits, facts, extras, open_about=row.protection is None)


def by_person(told: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    """What is told, by whom it is about."""
    found: dict[str, list[Value]] = {}
    for person, value in told:
        found.setdefault(person, []).append(value)
    return found


def remembering(
    rows: Iterable[tuple[int, PersonColumns] | RefusedRow], children: list[tuple[int, PersonColumns]]
) -> Iterator[tuple[int, PersonColumns] | RefusedRow]:
    """The rows as they come, while those that name guardians are kept for afterwards."""
    for row in rows:
        if not isinstance(row, RefusedRow) and row[1].guardians:
            children.append(row)
        yield row


def guards_of(row: PersonColumns) -> tuple[Guard, ...]:
    """Those who answer for the child of the row, from its birth until it is of age."""
    named = [name.strip() for name in row.guardians.split("+") if name.strip()]
    if not named:
        return ()
    if row.born is None:
        raise RowRefused("born", "", N_("Barnets födelsedag saknas. Fyll i den, eller töm guardians."))
    period = Period(row.born, majority(row.born) - timedelta(days=1))
    return tuple(Guard(row.reference, row.guardian_kind, period, name) for name in named)


def guard_of(row: GuardianRow) -> Guard:
    """The guardian of a row of their own."""
    refuse_odd_years(row)
    if not row.guardian and not row.guardian_name:
        raise RowRefused("guardian", "", N_("Fyll i guardian eller guardian_name."))
    name = "" if row.guardian else row.guardian_name
    return Guard(row.child, row.kind, period_of(row), row.guardian, name)


def _refuse_impossible(row: PersonToRegister, person: Person, permits: tuple[Permit, ...], on: date) -> None:
    permit = permits[0] if permits else None
    days = {name: getattr(row, name, None) for name in DATED if name != "registered_here_until"}
    arrival = Arrival(
        on, person.born, person.number, person.sex,
        route=getattr(row, "route", None),
        ground=permit.ground if permit else "",
        permit_first=permit.period.first_day if permit else None,
        permit_last=permit.period.last_day if permit else None,
        **days,
    )  # fmt: skip
    for problem in arrival.problems():
        column = COLUMNS.get(problem.field, problem.field)
        value = "" if column in NEVER_REPEATED else str(getattr(row, column, "") or "")
        raise RowRefused(column, value, problem.text)


def _reach(row: PersonToRegister) -> Reach | None:
    if row.contact_way is None:
        if row.phone or row.email or row.address:
            raise RowRefused("contact_way", "", N_("Skriv hur personen vill bli nådd, till exempel phone."))
        return None
    reach = Reach(row.contact_way, row.phone, row.email, row.address, row.contact_note)
    for problem in reach.problems():
        raise RowRefused({"note": "contact_note"}.get(problem.field, problem.field), "", problem.text)
    return reach


def _facts(row: PersonColumns, source: str) -> Iterator[Fact]:
    told: dict[str, date | bool] = {name: day for name in DATED if (day := getattr(row, name)) is not None}
    told |= route_facts(row.route) if row.route else {}
    for code, value in told.items():
        yield Fact(code, value, Period(FIRST_OF_ALL), source, row.recorded_at)


def _permits(row: PersonColumns, source: str) -> tuple[Permit, ...]:
    if row.permit_ground is None:
        if row.permit_first_day or row.permit_last_day:
            raise RowRefused("permit_ground", "", f"Tillståndet har dagar men ingen grund. {WITH_GROUND}")
        return ()
    if row.permit_first_day is None:
        raise RowRefused("permit_first_day", "", "Tillståndet saknar första dag. Fyll i den.")
    period = Period(row.permit_first_day, row.permit_last_day)
    return (Permit(row.permit_ground, period, row.permit_extension_applied, source, row.recorded_at),)
