"""The many accounts of a made-up municipality, written without an object for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from byggsten.records.models import Account, Person, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from byggsten.domain import attendance as domain
    from byggsten.simulate.whole import Municipality

CHUNK = 20_000
COLUMNS = (
    "source", "message", "session_id", "person_id", "witness", "attended", "absent", "reason", "told_valid",
    "proof", "recorded_at", "told_by",
)  # fmt: skip


def record_all(made: Municipality, told: Callable[[int], None]) -> int:
    """Record every account and say how many; ``told`` hears how many people are done."""
    people = dict(Person.objects.values_list("reference", "pk"))
    sessions = dict(Session.objects.values_list("reference", "pk"))
    rows: list[tuple[Any, ...]] = []
    count = 0
    for number, life in enumerate(made.lives, 1):
        rows += _rows(made.accounts(life), people, sessions)
        if len(rows) >= CHUNK or number == len(made.lives):
            _insert(rows)
            count += len(rows)
            rows.clear()
            told(number)
    return count


def _rows(
    accounts: Iterator[domain.Account], people: dict[str, int], sessions: dict[str, int]
) -> Iterator[tuple[Any, ...]]:
    adapt = connection.ops.adapt_datetimefield_value
    for account in accounts:
        yield (
            account.source,
            account.message,
            sessions[account.session],
            people[account.person],
            account.witness.value,
            account.attended,
            account.absent,
            account.reason,
            account.told_valid,
            account.proof,
            adapt(account.recorded_at),
            account.told_by,
        )


def _insert(rows: list[tuple[Any, ...]]) -> None:
    """Insert accounts without making an object of each; the table's own constraints check every row."""
    table, quote = Account._meta.db_table, connection.ops.quote_name  # noqa: SLF001 - Django documents it
    columns = ", ".join(quote(name) for name in COLUMNS)
    places = ", ".join(["%s"] * len(COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(table)} ({columns}) VALUES ({places})", rows)  # noqa: S608
