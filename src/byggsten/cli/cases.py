"""Where the cases come from that a command judges: a case file, or the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from byggsten.cli.clock import now
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.swedish import nearest
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from byggsten.domain.case import Case
    from byggsten.domain.dates import Week
    from byggsten.domain.duty import Rules

    Found = TypeVar("Found")

PURPOSE = "command_line"
UNKNOWN_PERSON = N_("Personen «%(person)s» finns inte %(where)s.%(hint)s")


def cases_in_file(file: Path, rules: Rules, known_at: datetime | None) -> dict[str, Case]:
    """The cases of a case file, as they were known at the moment.  Raises FileRefused."""
    from byggsten.gateways.case_file.read import read_case_file  # noqa: PLC0415 - not every command reads one
    from byggsten.gateways.codes import Codes  # noqa: PLC0415

    cases = read_case_file(file.read_bytes())
    codes = Codes.of(rules)
    for reference, case in cases.items():
        codes.check_case(case, reference)
    return cases if known_at is None else {ref: case.known(known_at) for ref, case in cases.items()}


def known_among(persons: Sequence[str]) -> tuple[str, ...]:
    """The persons to ask the database about: those named, or everybody.  Raises Stop for an unknown one."""
    from byggsten.queries.references import references_of_all  # noqa: PLC0415 - only after Django has started

    everybody = references_of_all()
    return tuple(picked(dict.fromkeys(everybody), persons, "i databasen"))


def cases_in_database(
    persons: Sequence[str], weeks: Sequence[Week], as_of: date, known_at: datetime | None, *, command: str
) -> dict[str, Case]:
    """The cases of the persons, with what the weeks need; that they were read is logged as for a page."""
    from byggsten.actions.reading import log_reading  # noqa: PLC0415 - only after Django has started
    from byggsten.cli.database import operator  # noqa: PLC0415
    from byggsten.domain.windows import HISTORY_WEEKS  # noqa: PLC0415
    from byggsten.queries.cases import load_cases  # noqa: PLC0415

    first = min((*(week.monday for week in weeks), as_of))
    last = max((*(week.sunday for week in weeks), as_of))
    cases = load_cases(persons, since=first - timedelta(weeks=HISTORY_WEEKS), until=last, known_at=known_at)
    log_reading(people=cases, page=f"byggsten {command}", purpose=PURPOSE, by=operator(), at=now())
    return cases


def picked(cases: Mapping[str, Found], persons: Sequence[str], where: str) -> dict[str, Found]:
    """What there is about the persons asked for, or about all.  Raises Stop for one that is not there."""
    for person in persons:
        if person not in cases:
            near = nearest(person, cases)
            hint = f" Menade du {near}?" if near else " Kontrollera beteckningen."
            told = {"person": person, "where": where, "hint": hint}
            raise Stop(Exit.NOT_FOUND, Text(UNKNOWN_PERSON, told), person=person)
    return {person: cases[person] for person in persons} if persons else dict(cases)
