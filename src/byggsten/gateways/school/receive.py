"""Take in a file of attendance: each account as it was told, each message once."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.db import transaction

from byggsten.actions.attendance import record_accounts
from byggsten.actions.counts import Counts
from byggsten.domain.texts import N_, Text
from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.refusals import CUT_SHORT
from byggsten.gateways.school.parse_ss12000 import parse
from byggsten.gateways.school.rows import AttendanceColumns, account_of
from byggsten.gateways.taking_in import take_in
from byggsten.queries.session_lengths import session_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from byggsten.domain.attendance import Account
    from byggsten.domain.dates import Week
    from byggsten.gateways.codes import Codes
    from byggsten.gateways.taking_in import Tally

SECTIONS = ("accounts",)
PASSED_OVER = ("format", "persons", "permits", "facts", "households", "activities", "plans", "sessions")
LONGEST = 24 * 60
TOO_LONG = N_(
    "Uppgifter på fler minuter än tillfället: %(count)s, först %(session)s. De är sparade som de sades, "
    "men räknas upp till tillfällets längd. Kontrollera dem i källan."
)
MORE_PAGES = Text(N_("Svaret har fler sidor (pageToken). Hämta och ta in dem också."))


class AttendanceFile:
    """One file of attendance from one source.

    Afterwards ``waiting`` is how many accounts wait for their person or session, and ``weeks`` those that
    were touched, by person.
    """

    def __init__(self, *, source: str, by: str, at: datetime, codes: Codes) -> None:
        self._source = source
        self._by = by
        self._at = at
        self._codes = codes
        self.waiting = 0
        self._too_long: list[str] = []
        self.weeks: dict[str, set[Week]] = {}

    @transaction.atomic
    def take_in_csv(self, lines: IO[bytes], tally: Tally) -> None:
        """Take in a list.  Raises FileRefused, and nothing is then written."""
        rows = CsvRows(lines, AttendanceColumns)
        rows.refuse_broken(tally.watch_check)
        take_in(rows, self._account, self._write, tally)
        if rows.ends_open:
            tally.notices.append(CUT_SHORT)
        self._tell_too_long(tally)

    @transaction.atomic
    def take_in_json(self, data: bytes, tally: Tally) -> None:
        """Take in a list of accounts, or the accounts of a case file; or nothing, with FileRefused."""
        found = sections_of(data, SECTIONS, PASSED_OVER)
        rows = rows_of("accounts", found["accounts"], AttendanceColumns)
        take_in(rows, self._account, self._write, tally)
        self._tell_too_long(tally)

    @transaction.atomic
    def take_in_ss12000(self, data: bytes, tally: Tally) -> None:
        """Take in a message of SS 12000; or nothing, with FileRefused, when it breaks the standard."""
        message = parse(data, source=self._source, reasons=self._codes.labels)
        take_in(message.accounts, lambda account: account, self._write, tally)
        tally.read += message.unreported + message.repeated
        if message.unreported:
            told = {"count": message.unreported}
            tally.notices.append(
                Text(N_("Ännu inte rapporterade: %(count)s. De timmarna är fortfarande oregistrerade."), told)
            )
        if message.unknown_reasons:
            words = ", ".join(f"«{word}»" for word in sorted(message.unknown_reasons)[:10])
            sentence = N_("Skälen %(words)s finns inte i tabellen. Tiden är intagen, men utan skäl.")
            tally.notices.append(Text(sentence, {"words": words}))
        if message.more_pages:
            tally.notices.append(MORE_PAGES)
        self._tell_too_long(tally)

    def _account(self, row: AttendanceColumns) -> Account:
        account = account_of(row, self._source)
        self._codes.check_reason(account.reason)
        return account

    def _tell_too_long(self, tally: Tally) -> None:
        if self._too_long:
            told = {"count": len(self._too_long), "session": self._too_long[0]}
            tally.notices.append(Text(TOO_LONG, told))

    def _write(self, accounts: Sequence[Account]) -> Counts:
        lengths = session_minutes((account.session for account in accounts), self._source)
        self._too_long += [
            account.session
            for account in accounts
            if account.attended + account.absent > lengths.get(account.session, LONGEST)
        ]
        received = record_accounts(accounts, by=self._by, at=self._at, system=self._source)
        for person, weeks in received.weeks.items():
            self.weeks.setdefault(person, set()).update(weeks)
        self.waiting += received.waiting
        return Counts(received.recorded, 0, received.already)
