"""Accounts as rows: finding whom and what they are about, and inserting each message once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from byggsten.actions.bulk import insert_rows
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Account, ExternalId, Person, Session
from byggsten.records.models.identities import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

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


class RewrittenMessage(Refusal):
    """A message came again, saying something else."""


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the people and sessions that accounts name, and each session's day."""

    people: Mapping[str, tuple[int, str]]
    sessions: Mapping[str, tuple[int, date]]


def find(accounts: Sequence[domain.Account], system: str) -> Known:
    """Look up all people and sessions that the accounts name, in a fixed number of questions per chunk."""
    return Known(
        _people(sorted({account.person for account in accounts}), system),
        _sessions(sorted({account.session for account in accounts}), system),
    )


def _people(names: Sequence[str], system: str) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for chunk in chunks(names):
        for reference, pk in Person.objects.filter(reference__in=chunk).values_list("reference", "pk"):
            found[reference] = (pk, reference)
        if system:
            ids = ExternalId.objects.filter(system=system, kind=Kind.PERSON.value, value__in=chunk)
            for row in ids.select_related("person"):
                if row.person is not None:
                    found[row.value] = (row.person.pk, row.person.reference)
    return found


def _sessions(names: Sequence[str], system: str) -> dict[str, tuple[int, date]]:
    found: dict[str, tuple[int, date]] = {}
    for chunk in chunks(names):
        rows = Session.objects.filter(reference__in=chunk).values_list("reference", "pk", "day")
        for reference, pk, day in rows:
            found[reference] = (pk, day)
        if system:
            ids = ExternalId.objects.filter(system=system, kind=Kind.SESSION.value, value__in=chunk)
            for row in ids.select_related("session"):
                if row.session is not None:
                    found[row.value] = (row.session.pk, row.session.day)
    return found


def chunks(values: Sequence[str], size: int = 5000) -> Iterable[Sequence[str]]:
    """The values in lists that the database accepts."""
    return (values[start : start + size] for start in range(0, len(values), size))


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
