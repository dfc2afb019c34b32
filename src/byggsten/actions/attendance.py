"""Take in what is told about people's hours; a message that comes twice changes nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary, waiting
from byggsten.actions.accounts import insert, refuse_unkept, row_of
from byggsten.actions.known import find
from byggsten.domain.dates import Week
from byggsten.domain.reasons import reason_on
from byggsten.domain.settling import NO_REASON
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.rules import rules_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from byggsten.domain import attendance as domain
    from byggsten.domain.reasons import Reason


class UnknownReason(Refusal):
    """A reason for absence that the rulebook does not have on the day."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of the accounts, and which weeks of which people they touch."""

    recorded: int = 0
    already: int = 0
    waiting: int = 0
    weeks: Mapping[str, set[Week]] = field(default_factory=dict)


@transaction.atomic
def record_accounts(
    accounts: Iterable[domain.Account],
    *,
    by: str,
    at: datetime,
    system: str = "",
    reasons: Mapping[str, tuple[Reason, ...]] | None = None,
) -> Received:
    """Keep accounts as they were told; all of them or, on a refusal, none.

    ``system`` names the system whose own ids the accounts use; our references work as well.
    An account about somebody or something unknown waits and is tried again by ``retry_waiting``.
    An account without a moment is taken to be told now.
    Raises UnknownReason, RewrittenMessage, TooLong, TooManyMinutes.
    """
    table = rules_here().reasons if reasons is None else reasons
    told = list(accounts)
    known = find(told, system)
    rows, homeless = [], []
    weeks: dict[str, set[Week]] = defaultdict(set)
    for account in told:
        person, session = known.people.get(account.person), known.sessions.get(account.session)
        refuse_unkept(account)
        refuse_unknown_reason(account, session[1] if session else None, table)
        if person is None or session is None:
            homeless.append(account)
            continue
        rows.append(row_of(account, person[0], session[0], at))
        weeks[person[1]].add(Week.of(session[1]))
    new = insert(rows)
    waits = waiting.put(homeless, known, system=system, at=at)
    if new or waits:
        diary.write("accounts.recorded", by=by, at=at, recorded=new, waiting=waits, system=system)
    return Received(new, len(told) - new - waits, waits, dict(weeks))


def refuse_unknown_reason(
    account: domain.Account, day: date | None, reasons: Mapping[str, tuple[Reason, ...]]
) -> None:
    """Raise UnknownReason unless the account gives no reason, or one that held on the day."""
    if account.reason in ("", NO_REASON):
        return
    if account.reason not in reasons:
        raise UnknownReason(
            Text(
                N_("Orsaken «%(reason)s» i uppgiften %(message)s finns inte. Välj en av: %(known)s."),
                {"reason": account.reason, "message": account.message, "known": ", ".join(sorted(reasons))},
            )
        )
    if day is not None and reason_on(reasons, account.reason, day) is None:
        raise UnknownReason(
            Text(
                N_(
                    "Orsaken «%(reason)s» i uppgiften %(message)s gällde inte %(day)s. Välj en som gällde då."
                ),
                {"reason": account.reason, "message": account.message, "day": day},
            )
        )
