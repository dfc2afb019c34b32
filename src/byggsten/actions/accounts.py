"""Accounts as rows, each message inserted once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from byggsten.actions.bulk import insert_rows
from byggsten.actions.known import chunks
from byggsten.actions.lengths import refuse_too_long
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Account, WaitingAccount

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from byggsten.domain import attendance as domain

# Small enough that others who write to SQLite wait only a moment.
CHUNK = 2000
COLUMNS = (
    "source", "message", "session_id", "person_id", "witness", "attended", "absent", "reason", "told_valid",
    "proof", "recorded_at", "told_by",
)  # fmt: skip
# What names a message, and what it says.
KEY, CONTENTS = slice(0, 4), slice(4, 10)
Row = tuple[Any, ...]
# Minutes of a day: no session is longer.
DAY = 24 * 60


class TooManyMinutes(Refusal):
    """An account of more time than a day has."""


class RewrittenMessage(Refusal):
    """A message came again, saying something else."""


def refuse_unkept(account: domain.Account) -> None:
    """Raise TooManyMinutes or TooLong if the account does not fit in the table."""
    if account.attended + account.absent > DAY:
        raise TooManyMinutes(
            Text(
                N_("Uppgiften %(message)s är på mer än ett dygn. Ange högst %(day)s minuter."),
                {"message": account.message, "day": DAY},
            )
        )
    refuse_too_long(
        Account, {"source": account.source, "message": account.message, "told_by": account.told_by}
    )
    refuse_too_long(
        WaitingAccount, {"person_reference": account.person, "session_reference": account.session}
    )


def row_of(account: domain.Account, person: int, session: int, at: datetime) -> Row:
    """The account as values of COLUMNS."""
    return (
        account.source,
        account.message,
        session,
        person,
        account.witness.value,
        account.attended,
        account.absent,
        account.reason,
        account.told_valid,
        account.proof,
        account.recorded_at or at,
        account.told_by,
    )


def insert(rows: Iterable[Row]) -> int:
    """Insert the rows that are new and say how many; raise RewrittenMessage if a known one says otherwise."""
    fresh: dict[Row, Row] = {}
    messages: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        known = fresh.setdefault(row[KEY], row)
        if known is not row:
            _refuse_rewriting(row, known)
        messages[row[0]].add(row[1])
    for source, told in messages.items():
        for chunk in chunks(sorted(told)):
            for known in Account.objects.filter(source=source, message__in=chunk).values_list(*COLUMNS):
                twin = fresh.pop(known[KEY], None)
                if twin is not None:
                    _refuse_rewriting(twin, known)
    # Of two that arrive at the same moment the database lets one in.
    insert_rows(Account, COLUMNS, fresh.values(), passing_over=True)
    return len(fresh)


def _refuse_rewriting(row: Row, known: Row) -> None:
    if row[CONTENTS] != known[CONTENTS]:
        raise RewrittenMessage(
            Text(
                N_(
                    "Uppgiften %(message)s från %(source)s har redan kommit, med annat innehåll. "
                    "Ge rättelsen ett eget nummer."
                ),
                {"message": row[1], "source": row[0]},
            )
        )
