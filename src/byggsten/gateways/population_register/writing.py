"""Write what a file of people tells, and say which protected people nobody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import people
from byggsten.actions.counts import Counts
from byggsten.actions.reception_contact import among_recorded, record_guards
from byggsten.actions.reception_homes import write_homes
from byggsten.actions.reception_import import extras_of, record_extras
from byggsten.domain.people import Protection
from byggsten.domain.texts import N_, Text
from byggsten.gateways.population_register.entries import Entry, by_person
from byggsten.queries.importing import unanswered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.domain.people import Fact, Member, Permit, Person
    from byggsten.domain.reception import Guard
    from byggsten.gateways.codes import Codes
    from byggsten.gateways.taking_in import Tally

# So many cases are named; of more only the number is told.
MOST_NAMED = 10
NOBODY = N_(
    "Ingen handläggare är utsedd för %(count)s med skyddade personuppgifter, och ingen kan öppna ärendet: "
    "%(people)s. Be chefen utse en handläggare."
)


class PersonWriting:
    """The writing half of a file from one source, by ``by`` at the moment ``at``."""

    def __init__(self, *, source: str, unit: str, by: str, at: datetime, codes: Codes) -> None:
        self._source = source
        self._unit = unit
        self._by = by
        self._at = at
        self._codes = codes
        self._protected: set[str] = set()

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
        self._protected |= {e.person.reference for e in entries if e.person.protection is not Protection.NONE}
        counts = Counts()
        for unit, persons in by_unit.items():
            counts += people.register_people(
                persons, unit=unit, by=self._by, at=self._at, open_about=quiet, **told
            )
        return counts

    def _tell_unanswered(self, tally: Tally) -> None:
        found = unanswered(self._protected, self._at.date())
        if found:
            named = ", ".join(found[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")
            tally.notices.append(Text(NOBODY, {"count": len(found), "people": named}))

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
