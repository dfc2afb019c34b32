"""Take in a file of people: all that can be used in one transaction, or nothing when the file is broken."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.db import transaction

from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.people_rows import FactRow, HouseholdRow, PermitRow, to_fact, to_permit
from byggsten.gateways.population_register.entries import (
    Entry,
    entry_of,
    guard_of,
    guards_of,
    remembering,
)
from byggsten.gateways.population_register.households import households_of
from byggsten.gateways.population_register.limits import refuse_beyond, refuse_future, taken
from byggsten.gateways.population_register.rows import GuardianRow, PersonColumns, PersonToRegister
from byggsten.gateways.population_register.writing import PersonWriting
from byggsten.gateways.refusals import CUT_SHORT, RowRefused
from byggsten.gateways.taking_in import take_in
from byggsten.gateways.years import refuse_odd_years
from byggsten.queries.importing import recorded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from byggsten.domain.people import Fact, Permit
    from byggsten.gateways.population_register.households import Told
    from byggsten.gateways.refusals import RefusedRow
    from byggsten.gateways.taking_in import Tally

SECTIONS = ("persons", "permits", "facts", "households", "guardianships")
PASSED_OVER = ("format", "activities", "plans", "sessions", "accounts")


class PersonFile(PersonWriting):
    """One file of people from one source, written by ``by`` at the moment ``at``."""

    @transaction.atomic
    def take_in_csv(self, lines: IO[bytes], tally: Tally) -> None:
        """Take in a table.  Raises FileRefused, and nothing is then written."""
        rows = CsvRows(lines, PersonColumns)
        rows.refuse_broken(tally.watch_check)
        children: list[tuple[int, PersonColumns]] = []
        take_in(remembering(rows, children), self._entry, self._write, tally)
        # When everybody is in: who answers for whom.  The rows have been counted already.
        children = taken(children, tally)
        take_in(children, guards_of, self._write_children, tally)
        tally.read -= len(children)
        self._tell_unanswered(tally)
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
        homes = self._homes(rows_of("households", found.get("households", []), HouseholdRow), tally)
        take_in(homes, lambda one: one, self._write_households, tally)
        guards = rows_of("guardianships", found.get("guardianships", []), GuardianRow)
        take_in(guards, guard_of, self._write_guards, tally)
        self._tell_unanswered(tally)

    def _entry(self, row: PersonToRegister) -> Entry:
        refuse_future(row, self._at)
        entry = entry_of(row, self._source, self._at.date())
        for permit in entry.permits:
            try:
                self._codes.check_permit(permit)
            except RowRefused as refusal:
                raise RowRefused("permit_ground", refusal.value, refusal.text) from None
        return entry

    def _homes(self, rows: Iterable[tuple[int, HouseholdRow] | RefusedRow], tally: Tally) -> Iterator[Told]:
        return households_of(rows, tally, self._recorded, self._at)

    def _recorded(self, references: Collection[str]) -> Collection[str]:
        return recorded(references)

    def _permit(self, row: PermitRow) -> tuple[str, Permit]:
        refuse_odd_years(row)
        refuse_future(row, self._at)
        permit = to_permit(row)
        self._codes.check_permit(permit)
        return row.person, permit

    def _fact(self, row: FactRow) -> tuple[str, Fact]:
        refuse_odd_years(row)
        refuse_future(row, self._at)
        fact = to_fact(row)
        refuse_beyond(fact.value)
        self._codes.check_fact(fact)
        return row.person, fact
