"""What the weeks before a day show: absence in a row, and attendance in two windows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from byggsten.domain.week_facts import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from byggsten.domain.attendance import Account
    from byggsten.domain.dates import Week
    from byggsten.domain.ledger import WeekLedger
    from byggsten.domain.rules import Rulebook
    from byggsten.domain.settling import Hour

# Local norms that reach into the counting; they are dated like every other number.
ABSENT_WEEK_SHARE, WINDOW_WEEKS = "frånvarovecka_procent", "fönster_veckor"
# Windows look at most this far back; sessions older than that are never needed for a week.
HISTORY_WEEKS = 26


class Runs:
    """Days in a row of absence for one and the same reason, for the certificate that it may need."""

    def __init__(self) -> None:
        self._reason = ""
        self._first: date | None = None
        self._proven = False

    def with_day(self, day: date, told: tuple[Account, ...]) -> tuple[int, bool]:
        """The length in days of the run this day belongs to, and whether a certificate was seen in it."""
        reason = next((a.reason for a in told if a.absent and a.reason), "")
        if reason != self._reason or self._first is None:
            self._reason, self._first, self._proven = reason, day, False
        self._proven = self._proven or any(a.proof for a in told)
        return (day - self._first).days + 1, self._proven


def window_before(
    week: Week,
    hours: Mapping[Week, tuple[Hour, ...]],
    ledger_of: Callable[[Week], WeekLedger],
    book: Rulebook,
    day: date,
) -> Window:
    """The windows that end with the week, as seen on the day."""
    share, length = _local(book, ABSENT_WEEK_SHARE, day), _local(book, WINDOW_WEEKS, day)
    recent = [week.plus(-n) for n in range(length or 0)]
    before = [week.plus(-n) for n in range(length or 0, 2 * (length or 0))]

    def total(weeks: list[Week], *states: str) -> int | None:
        if length is None:
            return None
        return sum(int(getattr(ledger_of(w), state)) for w in weeks if w in hours for state in states)

    return Window(
        absent_days=absent_days(week, hours, day),
        absent_weeks=None if share is None else absent_weeks(week, hours, ledger_of, share),
        scheduled_recent=total(recent, "attended", "invalid"),
        attended_recent=total(recent, "attended"),
        scheduled_before=total(before, "attended", "invalid"),
        attended_before=total(before, "attended"),
    )


def _local(book: Rulebook, name: str, day: date) -> int | None:
    parameter = book.parameters.get(name)
    value = parameter.on(day.toordinal()) if parameter else None
    return value.number if value else None


def absent_days(week: Week, hours: Mapping[Week, tuple[Hour, ...]], day: date) -> int:
    """Scheduled days in a row, up to the day, when every hour was absence without a valid reason.

    A day that nobody recorded breaks the row: unknown is not guilty.
    A day with nothing but cancelled sessions asks nothing of the person and is passed over.
    """
    run = 0
    for back in range(HISTORY_WEEKS):
        by_day = groupby(reversed(hours.get(week.plus(-back), ())), key=lambda hour: hour.session.day)
        for scheduled, group in by_day:
            asked = [hour for hour in group if not (hour.cancelled or hour.ahead)]
            if scheduled > day or not asked:
                continue
            if not all(hour.wholly_invalid for hour in asked):
                return run
            run += 1
    return run


def absent_weeks(
    week: Week, hours: Mapping[Week, tuple[Hour, ...]], ledger_of: Callable[[Week], WeekLedger], share: int
) -> int:
    """Weeks in a row up to this one with more invalid absence than ``share`` per cent of the schedule.

    A week in which nothing was scheduled breaks the row, which is the reading that favours the person.
    """
    run = 0
    for back in range(HISTORY_WEEKS):
        earlier = week.plus(-back)
        ledger = ledger_of(earlier) if earlier in hours else None
        if ledger is None or not ledger.scheduled or ledger.invalid * 100 <= share * ledger.scheduled:
            return run
        run += 1
    return run
