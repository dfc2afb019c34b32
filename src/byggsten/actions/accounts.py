"""Accounts as rows: finding whom and what they are about, and inserting each message once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Account, ExternalId, Person, Session
from byggsten.records.models.identities import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from byggsten.domain import attendance as domain

# Small enough that others who write to SQLite wait only a moment.
CHUNK = 2000
CONTENTS = ("witness", "attended", "absent", "reason", "told_valid", "proof")


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


def row_of(account: domain.Account, person: int, session: int, at: datetime) -> Account:
    """The account as a row."""
    return Account(
        source=account.source,
        message=account.message,
        session_id=session,
        person_id=person,
        witness=account.witness.value,
        attended=account.attended,
        absent=account.absent,
        reason=account.reason,
        told_valid=account.told_valid,
        proof=account.proof,
        recorded_at=account.recorded_at or at,
        told_by=account.told_by,
    )


def insert(rows: Iterable[Account]) -> int:
    """Insert the rows that are new and say how many; raise RewrittenMessage if a known one says otherwise."""
    fresh: dict[tuple[str, str, int, int], Account] = {}
    for row in rows:
        _refuse_rewriting(row, fresh.setdefault(_key(row), row))
    messages: dict[str, set[str]] = defaultdict(set)
    for row in fresh.values():
        messages[row.source].add(row.message)
    for source, told in messages.items():
        for chunk in chunks(sorted(told)):
            for known in Account.objects.filter(source=source, message__in=chunk):
                if _key(known) in fresh:
                    _refuse_rewriting(fresh.pop(_key(known)), known)
    # Of two that arrive at the same moment the database lets one in.
    Account.objects.bulk_create(fresh.values(), batch_size=CHUNK, ignore_conflicts=True)
    return len(fresh)


def _key(row: Account) -> tuple[str, str, int, int]:
    return row.source, row.message, row.session_id, row.person_id


def _refuse_rewriting(row: Account, known: Account) -> None:
    if any(getattr(row, name) != getattr(known, name) for name in CONTENTS):
        raise RewrittenMessage(
            Text(
                N_(
                    "Uppgiften %(message)s från %(source)s har redan kommit, med annat innehåll. "
                    "Ge rättelsen ett eget nummer."
                ),
                {"message": row.message, "source": row.source},
            )
        )
