"""A file of people that a caseworker brings: it touches nobody whom the caseworker may not see."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Text
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.people_rows import FactRow, HouseholdRow, PermitRow
from byggsten.gateways.population_register.entries import guard_of, guards_of, remembering
from byggsten.gateways.population_register.households import households_of
from byggsten.gateways.population_register.receive import PASSED_OVER, SECTIONS, PersonFile
from byggsten.gateways.population_register.rows import GuardianRow, PersonColumns, PersonToRegister
from byggsten.gateways.refusals import CUT_SHORT, RowRefused
from byggsten.gateways.taking_in import steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

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
        self._sight = sight

    def steps(self, data: bytes, tally: Tally, *, table: bool) -> Iterator[None]:
        """Take the file in; between the steps others may be told how far it is.

        Call it inside a transaction.  Raises FileRefused.
        """
        return self._table(data, tally) if table else self._sections(data, tally)

    def _table(self, data: bytes, tally: Tally) -> Iterator[None]:
        rows = CsvRows(io.BytesIO(data), PersonColumns)
        children: list[tuple[int, PersonColumns]] = []
        yield from steps(remembering(rows, children), self._entry, self._write, tally, A_STEP)
        yield from steps(children, self._guards, self._write_children, tally, A_STEP)
        tally.read -= len(children)
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
        homes = households_of(rows_of("households", found.get("households", []), HouseholdRow), tally)
        yield from steps(homes, self._home, self._write_households, tally, A_STEP)
        guards = rows_of("guardianships", found.get("guardianships", []), GuardianRow)
        yield from steps(guards, self._guard, self._write_guards, tally, A_STEP)

    def _entry(self, row: PersonToRegister) -> Entry:
        entry = super()._entry(row)
        self._refuse_hidden("reference", [entry.person.reference])
        number = entry.person.number
        if number is not None and number.reveal() in self._sight.hidden_numbers:
            # Whose it is, and where, is not for the one who brings the file.
            raise RowRefused(
                "number",
                "",
                N_(
                    "Numret går inte att använda. Jämför det med handlingen. Stämmer det, be din chef "
                    "om hjälp."
                ),
            )
        if entry.unit not in ("", self._sight.unit):
            sentence = N_("Du kan bara ta emot till din egen enhet, %(unit)s. Töm cellen.")
            raise RowRefused("unit", entry.unit, Text(sentence, {"unit": self._sight.unit}))
        return entry

    def _permit(self, row: PermitRow) -> tuple[str, Permit]:
        self._refuse_hidden("person", [row.person])
        return super()._permit(row)

    def _fact(self, row: FactRow) -> tuple[str, Fact]:
        self._refuse_hidden("person", [row.person])
        return super()._fact(row)

    def _home(self, told: tuple[str, tuple[Member, ...]]) -> tuple[str, tuple[Member, ...]]:
        self._refuse_hidden("members", [member.reference for member in told[1]])
        return told

    def _guards(self, row: PersonColumns) -> tuple[Guard, ...]:
        found = guards_of(row)
        self._refuse_hidden("guardians", [guard.guardian for guard in found])
        return found

    def _guard(self, row: GuardianRow) -> Guard:
        self._refuse_hidden("child", [row.child])
        self._refuse_hidden("guardian", [row.guardian])
        return guard_of(row)

    def _refuse_hidden(self, column: str, references: Iterable[str]) -> None:
        for reference in references:
            if reference in self._sight.hidden:
                raise RowRefused(
                    column,
                    reference,
                    N_(
                        "Beteckningen går inte att använda. Ge personen en annan, eller be din chef om hjälp."
                    ),
                )
