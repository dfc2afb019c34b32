"""The many accounts of a made-up municipality, written without looking for any that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.actions.accounts import COLUMNS, row_of
from byggsten.actions.bulk import insert_rows
from byggsten.records.models import Account, Person, Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from byggsten.simulate.whole import Municipality

CHUNK = 20_000


def record_all(made: Municipality, told: Callable[[int], None], *, at: datetime) -> int:
    """Record every account and say how many; ``told`` hears how many people are done."""
    people = dict(Person.objects.values_list("reference", "pk"))
    sessions = dict(Session.objects.values_list("reference", "pk"))
    rows: list[tuple[Any, ...]] = []
    count = 0
    for number, life in enumerate(made.lives, 1):
        rows += [
            row_of(account, people[account.person], sessions[account.session], at)
            for account in made.accounts(life)
        ]
        if len(rows) >= CHUNK or number == len(made.lives):
            insert_rows(Account, COLUMNS, rows)
            count += len(rows)
            rows.clear()
            told(number)
    return count
