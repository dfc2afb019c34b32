"""A week's hours told one by one: what each witness said, what the table decided, and whose the time is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes
from byggsten.domain.reasons import reason_on
from byggsten.web.caseworker.schedule import main_state
from byggsten.web.caseworker.words import OWNERS, STATE_COLOURS, STATES, WITNESSES

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from byggsten.domain.attendance import Account
    from byggsten.domain.duty import WeekAssessment
    from byggsten.domain.settling import Hour

ROW_TABLE = "timme"


@dataclass(frozen=True, slots=True)
class Said:
    """One witness's words; ``counts`` is empty where the witness only told of one of the two."""

    witness: str
    name: str
    at: datetime | None
    attended: Minutes
    absent: Minutes
    reason: str
    proof: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the hour: its word and its minutes."""

    label: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class ToldHour:
    """One session of the person, settled.  ``why`` is the sentence of the row that decided."""

    reference: str
    day: date
    start: time
    minutes: Minutes
    activity: str
    provider: str
    state: str
    colour: str
    why: str
    row: int
    said: tuple[Said, ...]
    states: tuple[Share, ...]
    owners: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day with its hours."""

    day: date
    hours: tuple[ToldHour, ...]


def told_days(week: WeekAssessment, language: str) -> tuple[ToldDay, ...]:
    """The days on which something was scheduled, in order."""
    found: dict[date, list[ToldHour]] = {}
    for hour in week.hours:
        found.setdefault(hour.session.day, []).append(_told(hour, week, language))
    return tuple(ToldDay(day, tuple(hours)) for day, hours in found.items())


def _told(hour: Hour, week: WeekAssessment, language: str) -> ToldHour:
    session = hour.session
    activity = week.case.activities.get(session.activity)
    row = week.rules.attendance.rules[ROW_TABLE].row(hour.row)
    state = main_state(hour)
    return ToldHour(
        reference=session.reference,
        day=session.day,
        start=session.start,
        minutes=session.minutes,
        activity=activity.name if activity else session.activity,
        provider=activity.provider if activity else "",
        state=str(STATES[state]),
        colour=STATE_COLOURS[state],
        why=row.text.text(language),
        row=row.number + 1,
        said=tuple(_said(account, hour, week, language) for account in hour.accounts),
        states=tuple(Share(str(label), getattr(hour, s)) for s, label in STATES.items() if getattr(hour, s)),
        owners=tuple(Share(str(OWNERS[owner]), minutes) for owner, minutes in hour.owners.items()),
    )


def _said(account: Account, hour: Hour, week: WeekAssessment, language: str) -> Said:
    row = reason_on(week.rules.reasons, account.reason, hour.session.day) if account.reason else None
    return Said(
        witness=str(WITNESSES[account.witness]),
        name=account.told_by,
        at=account.recorded_at,
        attended=account.attended,
        absent=account.absent,
        reason=(row.label_en if language == "en" else row.label_sv) if row else account.reason,
        proof=account.proof,
    )
