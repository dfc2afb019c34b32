"""Minutes, days, weeks and owners as a person says them, in Swedish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.reasons import Owner

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.domain.dates import Week

MONTHS = {
    "sv": ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
OWNERS = {
    "sv": {
        Owner.PERSON: "Personen",
        Owner.PROVIDER: "Anordnaren",
        Owner.MUNICIPALITY: "Kommunen",
        Owner.STATE: "Staten",
        Owner.HEALTH: "Hälsa och vård",
        Owner.CHILD: "Barn och familj",
        Owner.TRAVEL: "Resan dit",
        Owner.UNKNOWN: "Oregistrerat",
    },
    "en": {
        Owner.PERSON: "The person",
        Owner.PROVIDER: "The provider",
        Owner.MUNICIPALITY: "The municipality",
        Owner.STATE: "The state",
        Owner.HEALTH: "Health and care",
        Owner.CHILD: "Children and family",
        Owner.TRAVEL: "The way there",
        Owner.UNKNOWN: "Not recorded",
    },
}


def hours(minutes: int | None, language: str = "sv") -> str:
    """«2 h 30 min»; «okänt» for None."""
    if minutes is None:
        return "okänt" if language == "sv" else "unknown"
    whole, rest = divmod(minutes, 60)
    if not rest:
        return f"{whole} h"
    return f"{whole} h {rest:02} min" if whole else f"{rest} min"


def day(value: date, language: str = "sv") -> str:
    """«23 november 2026»."""
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def span(week: Week, language: str = "sv") -> str:
    """The days of a week: «16–22 november 2026»."""
    first, last = week.monday, week.sunday
    if first.month == last.month:
        return f"{first.day}–{day(last, language)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[language][first.month - 1]} – {day(last, language)}"
    return f"{day(first, language)} – {day(last, language)}"


def moment(value: datetime) -> str:
    """«2026-11-23 08:30» in Swedish time."""
    from byggsten.cli.clock import SWEDEN  # noqa: PLC0415 - the zone is read from disk

    return f"{value.astimezone(SWEDEN):%Y-%m-%d %H:%M}"
