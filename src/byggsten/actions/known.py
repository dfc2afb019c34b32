"""Whom and what accounts are about: from the names they use to the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.records.models import ExternalId, Person, Session
from byggsten.records.models.identities import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from byggsten.domain import attendance as domain


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the people and sessions that accounts name, and each session's day.

    A person's reference is that of the record which is read; what is told of a merged record stays with it.
    """

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
        named = Person.objects.filter(reference__in=chunk)
        for reference, pk, kept in named.values_list("reference", "pk", "merged_into__reference"):
            found[reference] = (pk, kept or reference)
        if system:
            ids = ExternalId.objects.filter(system=system, kind=Kind.PERSON.value, value__in=chunk)
            told = ids.values_list(
                "value", "person_id", "person__reference", "person__merged_into__reference"
            )
            for value, key, reference, kept in told:
                if key is not None:
                    found[value] = (key, kept or reference)
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
