"""Take in a file of notices: all that can be used in one transaction, or nothing when the file is broken."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.db import transaction

from byggsten.actions.counts import Counts
from byggsten.actions.people import register_units
from byggsten.actions.reception_notices import Notice, record_notices
from byggsten.domain.texts import N_
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.partner_notice.rows import NoticeRow, to_notice
from byggsten.gateways.refusals import CUT_SHORT, RowRefused
from byggsten.gateways.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.gateways.taking_in import Tally

Told = tuple[str, Notice]


class NoticeFile:
    """One file of notices to a unit, written by ``by`` at the moment ``at``."""

    def __init__(self, *, unit: str, by: str, at: datetime) -> None:
        self._unit = unit
        self._by = by
        self._at = at

    @transaction.atomic
    def take_in_csv(self, lines: IO[bytes], tally: Tally) -> None:
        """Take in a table.  Raises FileRefused, and nothing is then written."""
        rows = CsvRows(lines, NoticeRow)
        rows.refuse_broken(tally.watch_check)
        take_in(rows, self._notice, self._write, tally)
        if rows.ends_open:
            tally.notices.append(CUT_SHORT)

    @transaction.atomic
    def take_in_json(self, data: bytes, tally: Tally) -> None:
        """Take in the list of notices; or nothing, with FileRefused."""
        found = sections_of(data, ("notices",), ("format",))
        rows = rows_of("notices", found.get("notices", []), NoticeRow)
        take_in(rows, self._notice, self._write, tally)

    def _notice(self, row: NoticeRow) -> Told:
        if row.received_on > self._at.date():
            raise RowRefused(
                "received_on", row.received_on.isoformat(), N_("Dagen har inte varit än. Rätta den.")
            )
        return row.unit or self._unit, to_notice(row)

    def _write(self, told: Sequence[Told]) -> Counts:
        # Its own savepoint: when one of the acts refuses, none of this batch stays.
        with transaction.atomic():
            by_unit: dict[str, list[Notice]] = {}
            for unit, notice in told:
                by_unit.setdefault(unit, []).append(notice)
            register_units(by_unit)
            counts = Counts()
            for unit, notices in by_unit.items():
                counts += record_notices(notices, unit=unit, by=self._by, at=self._at)
            return counts
