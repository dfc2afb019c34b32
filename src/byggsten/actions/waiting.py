"""Accounts about somebody or something that is not recorded yet: they wait, and are tried again."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.accounts import CHUNK, insert, row_of
from byggsten.actions.known import Known, find
from byggsten.domain import attendance as domain
from byggsten.domain.texts import N_
from byggsten.records.models import WaitingAccount

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN_PERSON = N_("Personen är inte registrerad.")
UNKNOWN_SESSION = N_("Tillfället är inte registrerat.")


def put(accounts: Sequence[domain.Account], known: Known, *, system: str, at: datetime) -> int:
    """Let the accounts wait, and say how many did not wait already."""
    keys = {(a.source, a.message, a.person, a.session): a for a in accounts}
    waiting = WaitingAccount.objects.filter(message__in=[a.message for a in accounts][:20_000])
    for key in waiting.values_list("source", "message", "person_reference", "session_reference"):
        keys.pop(key, None)
    WaitingAccount.objects.bulk_create(
        [
            WaitingAccount(
                source=account.source,
                message=account.message,
                person_reference=account.person,
                session_reference=account.session,
                raw=_as_json(account, system),
                why=UNKNOWN_SESSION if account.person in known.people else UNKNOWN_PERSON,
                recorded_at=account.recorded_at or at,
            )
            for account in keys.values()
        ],
        batch_size=CHUNK,
        ignore_conflicts=True,
    )
    return len(keys)


@transaction.atomic
def retry_waiting(*, by: str, at: datetime) -> int:
    """Try every waiting account again, and say how many found their person and session."""
    resolved = 0
    rows = list(WaitingAccount.objects.filter(resolved_at__isnull=True).order_by("pk"))
    for system in sorted({row.raw["system"] for row in rows}):
        waiting = [(row, _from_json(row.raw)) for row in rows if row.raw["system"] == system]
        known = find([account for _, account in waiting], system)
        home = [
            (row, account)
            for row, account in waiting
            if account.person in known.people and account.session in known.sessions
        ]
        insert(
            row_of(account, known.people[account.person][0], known.sessions[account.session][0], at)
            for _, account in home
        )
        for row, _ in home:
            # The clocks of two systems may differ; an account is never resolved before it was told.
            row.resolved_at = max(at, row.recorded_at)
        WaitingAccount.objects.bulk_update([row for row, _ in home], ["resolved_at"], batch_size=400)
        resolved += len(home)
    if resolved:
        diary.write("accounts.resolved", by=by, at=at, resolved=resolved)
    return resolved


def _as_json(account: domain.Account, system: str) -> dict[str, Any]:
    told_at = account.recorded_at.isoformat() if account.recorded_at else None
    return asdict(account) | {"witness": account.witness.value, "recorded_at": told_at, "system": system}


def _from_json(raw: dict[str, Any]) -> domain.Account:
    told_at = datetime.fromisoformat(raw["recorded_at"]) if raw["recorded_at"] else None
    rest = {name: value for name, value in raw.items() if name != "system"}
    return domain.Account(**rest | {"witness": domain.Witness(raw["witness"]), "recorded_at": told_at})
