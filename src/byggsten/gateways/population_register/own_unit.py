"""A file of people that a caseworker brings: it touches nobody whom the caseworker may not see."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from byggsten.actions.staff import assign
from byggsten.domain.people import Protection
from byggsten.domain.texts import N_, Text
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.people_rows import FactRow, HouseholdRow, PermitRow
from byggsten.gateways.population_register.entries import guard_of, guards_of, remembering
from byggsten.gateways.population_register.limits import taken
from byggsten.gateways.population_register.out_of_sight import OutOfSight
from byggsten.gateways.population_register.receive import PASSED_OVER, SECTIONS, PersonFile
from byggsten.gateways.population_register.rows import GuardianRow, PersonColumns, PersonToRegister
from byggsten.gateways.refusals import CUT_SHORT, RowRefused
from byggsten.gateways.taking_in import steps
from byggsten.queries.importing import recorded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from byggsten.actions.counts import Counts
    from byggsten.domain.people import Fact, Member, Permit
    from byggsten.domain.reception import Guard
    from byggsten.gateways.codes import Codes
    from byggsten.gateways.population_register.entries import Entry
    from byggsten.gateways.taking_in import Tally
    from byggsten.queries.importing import Sight

# Few enough that somebody who waits sees it move.
A_STEP = 500


class OwnUnitFile(PersonFile):
    """One file that a caseworker brings, taken in step by step."""

    def __init__(self, *, source: str, sight: Sight, by: str, at: datetime, codes: Codes) -> None:
        super().__init__(source=source, unit=sight.unit, by=by, at=at, codes=codes)
        self.out_of_sight = OutOfSight(sight)

    def steps(self, data: bytes, tally: Tally, *, table: bool) -> Iterator[None]:
        """Take the file in; between the steps others may be told how far it is.

        Call it inside a transaction.  Raises FileRefused.
        """
        return self._table(data, tally) if table else self._sections(data, tally)

    def _table(self, data: bytes, tally: Tally) -> Iterator[None]:
        rows = CsvRows(io.BytesIO(data), PersonColumns)
        children: list[tuple[int, PersonColumns]] = []
        yield from steps(remembering(rows, children), self._entry, self._write, tally, A_STEP)
        children = taken(children, tally)
        yield from steps(children, self._guards, self._write_children, tally, A_STEP)
        tally.read -= len(children)
        self._tell_unanswered(tally)
        if rows.ends_open:
            tally.notices.append(CUT_SHORT)

    def _sections(self, data: bytes, tally: Tally) -> Iterator[None]:
        found = sections_of(data, SECTIONS, PASSED_OVER)
        persons = rows_of("persons", found.get("persons", []), PersonToRegister)
        yield from steps(persons, self._entry, self._write, tally, A_STEP)
        permits = rows_of("permits", found.get("permits", []), PermitRow)
        yield from steps(permits, self._permit, self._write_permits, tally, A_STEP)
        facts = rows_of("facts", found.get("facts", []), FactRow)
        yield from steps(facts, self._fact, self._write_facts, tally, A_STEP)
        homes = self._homes(rows_of("households", found.get("households", []), HouseholdRow), tally)
        yield from steps(homes, self._home, self._write_households, tally, A_STEP)
        guards = rows_of("guardianships", found.get("guardianships", []), GuardianRow)
        yield from steps(guards, self._guard, self._write_guards, tally, A_STEP)
        self._tell_unanswered(tally)

    def _entry(self, row: PersonToRegister) -> Entry:
        entry = super()._entry(row)
        self.out_of_sight.refuse("reference", [entry.person.reference])
        self.out_of_sight.refuse_number(entry.person.number)
        if entry.unit not in ("", self._unit):
            sentence = N_("Du kan bara ta emot till din egen enhet, %(unit)s. Töm cellen.")
            raise RowRefused("unit", entry.unit, Text(sentence, {"unit": self._unit}))
        # What a caseworker brings becomes known when it is brought, whatever the file says.
        return replace(
            entry,
            person=replace(entry.person, recorded_at=None),
            permits=tuple(replace(permit, recorded_at=None) for permit in entry.permits),
            facts=tuple(replace(fact, recorded_at=None) for fact in entry.facts),
        )

    def _permit(self, row: PermitRow) -> tuple[str, Permit]:
        self.out_of_sight.refuse("person", [row.person])
        person, permit = super()._permit(row)
        return person, replace(permit, recorded_at=None)

    def _fact(self, row: FactRow) -> tuple[str, Fact]:
        self.out_of_sight.refuse("person", [row.person])
        person, fact = super()._fact(row)
        return person, replace(fact, recorded_at=None)

    def _recorded(self, references: Collection[str]) -> Collection[str]:
        return self.out_of_sight.without(super()._recorded(references))

    def _home(self, told: tuple[str, tuple[Member, ...]]) -> tuple[str, tuple[Member, ...]]:
        name, members = told
        self.out_of_sight.refuse("members", [member.reference for member in members])
        self.out_of_sight.refuse_near("members", [member.reference for member in members])
        return name, tuple(replace(member, recorded_at=None) for member in members)

    def _guards(self, row: PersonColumns) -> tuple[Guard, ...]:
        found = guards_of(row)
        self.out_of_sight.refuse("reference", [row.reference])
        self.out_of_sight.refuse("guardians", [guard.guardian for guard in found])
        return found

    def _guard(self, row: GuardianRow) -> Guard:
        self.out_of_sight.refuse("child", [row.child])
        self.out_of_sight.refuse("guardian", [row.guardian])
        return guard_of(row)

    def _write_people(self, entries: Sequence[Entry]) -> Counts:
        marked = {e.person.reference for e in entries if e.person.protection is not Protection.NONE}
        new = marked - recorded(marked)
        counts = super()._write_people(entries)
        if new:
            # One whose data are protected is seen only by whoever has been given the case.
            assign(new, caseworker=self._by, first_day=self._at.date(), by=self._by, at=self._at)
        return counts
