"""From the standard's schedules to weekly times."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from byggsten.domain.catalogue import Slot
from byggsten.domain.dates import Minutes, Period, parse_day
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.catalogue_hsds.terms import DAYS
from byggsten.gateways.refusals import RowRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.gateways.catalogue_hsds.wire import Schedule

DAY = 24 * 60


def slots_of(schedules: Iterable[Schedule], group: str, notices: list[Text]) -> tuple[Slot, ...]:
    """The weekly times; what is not weekly, or has no hours, is told in ``notices`` and left out."""
    found: list[Slot] = []
    for schedule in schedules:
        days = [DAYS.index(day) for day in schedule.byday.split(",") if day in DAYS[1:]]
        weekly = schedule.freq == "WEEKLY" and schedule.interval in (None, 1)
        if not (weekly and days and schedule.opens_at and schedule.closes_at):
            sentence = N_(
                "En tid i «%(group)s» gäller inte varje vecka eller saknar klockslag. Skriv in den för hand."
            )
            notices.append(Text(sentence, {"group": group[:60]}))
            continue
        start, minutes = _hours(schedule)
        found += [Slot(day, start, minutes, _period(schedule)) for day in days]
    return tuple(found)


def _hours(schedule: Schedule) -> tuple[time, Minutes]:
    opens, closes = _clock(schedule.opens_at, "opens_at"), _clock(schedule.closes_at, "closes_at")
    minutes = (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
    # What closes at midnight, or past it, closes on the next day.
    return opens, Minutes(minutes if minutes > 0 else minutes + DAY)


def _period(schedule: Schedule) -> Period:
    first = day_of(schedule.valid_from or schedule.dtstart, "valid_from")
    last = day_of(schedule.valid_to or schedule.until, "valid_to")
    if first is None:
        sentence = N_("Tiden har ingen första dag. Fyll i valid_from eller dtstart.")
        raise RowRefused("valid_from", "", Text(sentence))
    return Period(first, last)


def _clock(text: str, column: str) -> time:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise RowRefused(
            column, text, Text(N_("Det här är inget klockslag. Skriv till exempel 08:30."))
        ) from None


def day_of(text: str, column: str) -> date | None:
    """The day, or None when nothing is said.  Raises RowRefused."""
    if not text:
        return None
    try:
        return parse_day(text[:10])
    except Refusal as refusal:
        raise RowRefused(column, text, refusal.text) from None
