"""Take in a file of people: all that can be used in one transaction, or nothing when the file is broken."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.db import transaction

from byggsten.actions import people
from byggsten.actions.counts import Counts
from byggsten.actions.reception_contact import among_recorded, record_guards
from byggsten.actions.reception_homes import write_homes
from byggsten.actions.reception_import import extras_of, record_extras
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.people_rows import FactRow, HouseholdRow, PermitRow, to_fact, to_permit
from byggsten.gateways.population_register.entries import (
    Entry,
    by_person,
    entry_of,
    guard_of,
    guards_of,
    remembering,
)
from byggsten.gateways.population_register.households import households_of
from byggsten.gateways.population_register.rows import GuardianRow, PersonColumns, PersonToRegister
from byggsten.gateways.refusals import CUT_SHORT, RowRefused
from byggsten.gateways.taking_in import take_in
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.domain.people import Fact, Member, Permit, Person
    from byggsten.domain.reception import Guard
    from byggsten.gateways.codes import Codes
    from byggsten.gateways.taking_in import Tally

SECTIONS = ("persons", "permits", "facts", "households", "guardianships")
PASSED_OVER = ("format", "activities", "plans", "sessions", "accounts")


class PersonFile:
    """One file of people from one source, written by ``by`` at the moment ``at``."""

    def __init__(self, *, source: str, unit: str, by: str, at: datetime, codes: Codes) -> None:
        self._source = source
        self._unit = unit
        self._by = by
        self._at = at
        self._codes = codes

    @transaction.atomic
    def take_in_csv(self, lines: IO[bytes], tally: Tally) -> None:
        """Take in a table.  Raises FileRefused, and nothing is then written."""
        rows = CsvRows(lines, PersonColumns)
        rows.refuse_broken(tally.watch_check)
        children: list[tuple[int, PersonColumns]] = []
        take_in(remembering(rows, children), self._entry, self._write, tally)
        # When everybody is in: who answers for whom.  The rows have been counted already.
        take_in(children, guards_of, self._write_children, tally)
        tally.read -= len(children)
        if rows.ends_open:
            tally.notices.append(CUT_SHORT)

    @transaction.atomic
    def take_in_json(self, data: bytes, tally: Tally) -> None:
        """Take in persons and all that is told about them; or nothing, with FileRefused."""
        found = sections_of(data, SECTIONS, PASSED_OVER)
        persons = rows_of("persons", found.get("persons", []), PersonToRegister)
        take_in(persons, self._entry, self._write, tally)
        permits = rows_of("permits", found.get("permits", []), PermitRow)
        take_in(permits, self._permit, self._write_permits, tally)
        facts = rows_of("facts", found.get("facts", []), FactRow)
        take_in(facts, self._fact, self._write_facts, tally)
        households = rows_of("households", found.get("households", []), HouseholdRow)
        take_in(households_of(households, tally), lambda one: one, self._write_households, tally)
        guards = rows_of("guardianships", found.get("guardianships", []), GuardianRow)
        take_in(guards, guard_of, self._write_guards, tally)

    def _entry(self, row: PersonToRegister) -> Entry:
        entry = entry_of(row, self._source, self._at.date())
        for permit in entry.permits:
            try:
                self._codes.check_permit(permit)
            except RowRefused as refusal:
                raise RowRefused("permit_ground", refusal.value, refusal.text) from None
        return entry

    def _permit(self, row: PermitRow) -> tuple[str, Permit]:
        refuse_odd_years(row)
        permit = to_permit(row)
        self._codes.check_permit(permit)
        return row.person, permit

    def _fact(self, row: FactRow) -> tuple[str, Fact]:
        refuse_odd_years(row)
        fact = to_fact(row)
        self._codes.check_fact(fact)
        return row.person, fact

    def _write(self, entries: Sequence[Entry]) -> Counts:
        # Its own savepoint: when one of the acts refuses, none of this batch stays.
        with transaction.atomic():
            return self._write_people(entries) + self._write_about(entries)

    def _write_people(self, entries: Sequence[Entry]) -> Counts:
        by_unit: dict[str, list[Person]] = {}
        quiet = {e.person.reference for e in entries if e.open_about}
        told = extras_of({entry.person.reference: entry.extras for entry in entries})
        for entry in entries:
            by_unit.setdefault(entry.unit or self._unit, []).append(entry.person)
        people.register_units(by_unit)
        counts = Counts()
        for unit, persons in by_unit.items():
            counts += people.register_people(
                persons, unit=unit, by=self._by, at=self._at, open_about=quiet, **told
            )
        return counts

    def _write_about(self, entries: Sequence[Entry]) -> Counts:
        """Permits and facts are counted only where they change something: the row is the person's."""
        permits = by_person((entry.person.reference, permit) for entry in entries for permit in entry.permits)
        facts = by_person((entry.person.reference, fact) for entry in entries for fact in entry.facts)
        counts = people.record_permits(permits, by=self._by, at=self._at)
        counts += people.record_facts(facts, by=self._by, at=self._at)
        extras = {entry.person.reference: entry.extras for entry in entries}
        counts += record_extras(extras, by=self._by, at=self._at)
        return Counts(counts.created, counts.changed, 0)

    def _write_permits(self, told: Sequence[tuple[str, Permit]]) -> Counts:
        return people.record_permits(by_person(told), by=self._by, at=self._at)

    def _write_facts(self, told: Sequence[tuple[str, Fact]]) -> Counts:
        return people.record_facts(by_person(told), by=self._by, at=self._at)

    def _write_households(self, told: Sequence[tuple[str, tuple[Member, ...]]]) -> Counts:
        return write_homes(dict(told), by=self._by, at=self._at)

    def _write_guards(self, guards: Sequence[Guard]) -> Counts:
        return record_guards(guards, by=self._by, at=self._at)

    def _write_children(self, told: Sequence[tuple[Guard, ...]]) -> Counts:
        """Guardians from the children's own rows; only what changes is counted, the row is the child's."""
        guards = among_recorded([guard for row in told for guard in row])
        counts = record_guards(guards, by=self._by, at=self._at)
        return Counts(counts.created, counts.changed, 0)
