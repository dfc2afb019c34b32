"""Take in a file of course occasions: one transaction, bad rows left out with their reason."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.db import transaction

from byggsten.actions.catalogue_import import Told, take_in_activities
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.adult_education.parse import Course, group_of, reference_of
from byggsten.gateways.adult_education.rows import OccasionRow
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.refusals import CUT_SHORT, FileRefused, RefusedRow, of_row
from byggsten.gateways.taking_in import Tally, take_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.actions.counts import Counts

SUM = N_(
    "Kurstillfällen: %(groups)s, i kurser: %(courses)s. "
    "En kurs är ett utkast tills någon har skrivit vad den stärker."
)


class CourseFile:
    """One file of occasions, taken in by ``by`` at the moment ``at``."""

    def __init__(self, *, by: str, at: datetime) -> None:
        self._by = by
        self._at = at

    @transaction.atomic
    def take_in_csv(self, lines: IO[bytes], tally: Tally) -> None:
        """Take in the table.  Raises FileRefused, and nothing is then written."""
        rows = CsvRows(lines, OccasionRow)
        rows.refuse_broken(tally.watch_check)
        courses = _courses(rows, tally)
        inner = Tally()
        take_in(((one.row, one.told()) for one in courses.values()), lambda told: told, self._write, inner)
        tally.counts += inner.counts
        for refused in inner.refusals:
            tally.refuse(refused)
        groups = sum(len(one.groups) for one in courses.values())
        tally.notices.append(Text(SUM, {"groups": groups, "courses": len(courses)}))
        if rows.ends_open:
            tally.notices.append(CUT_SHORT)

    def take_in_json(self, _data: bytes, _tally: Tally) -> None:
        """Refused: the course finder has no such file."""
        raise FileRefused(N_("Kurstillfällen tas in som CSV."))

    def _write(self, told: Sequence[Told]) -> Counts:
        return take_in_activities(told, by=self._by, at=self._at)


def _courses(rows: CsvRows[OccasionRow], tally: Tally) -> dict[str, Course]:
    """The courses by reference; the same occasion again only adds its field of interest."""
    found: dict[str, Course] = {}
    for row in rows:
        tally.read += 1
        tally.watch(tally.read)
        if isinstance(row, RefusedRow):
            tally.refuse(row)
            continue
        number, told = row
        try:
            group = group_of(told)
        except Refusal as refusal:
            tally.refuse(of_row(number, refusal))
            continue
        course = found.setdefault(reference_of(told), Course(number, told))
        course.groups.setdefault(group.reference, group)
        if told.interest:
            course.interests[told.interest] = None
    return found
