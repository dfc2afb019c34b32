"""Days, periods and ISO weeks as people say them; both ends of a period are included."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NewType

from byggsten.domain.texts import N_, Refusal, Text

Minutes = NewType("Minutes", int)

FIRST_YEAR, LAST_YEAR = 1900, 2199


class UnreadableDate(Refusal):
    """A text that is no day, week or range of weeks."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From and including first_day, to and including last_day (None: until further notice)."""

    first_day: date
    last_day: date | None = None

    def __post_init__(self) -> None:
        if self.last_day is not None and self.last_day < self.first_day:
            raise Refusal(
                Text(
                    N_("Perioden slutar %(last)s men börjar %(first)s. Byt plats på dagarna."),
                    {"last": self.last_day, "first": self.first_day},
                )
            )

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def overlaps(self, other: Period) -> bool:
        """Whether any day belongs to both."""
        return (self.last_day is None or other.first_day <= self.last_day) and (
            other.last_day is None or self.first_day <= other.last_day
        )


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week: Monday to Sunday, written 2026-W48."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise UnreadableDate(
                Text(
                    N_("År %(year)s går inte att använda. Skriv ett år mellan %(first)s och %(last)s."),
                    {"year": self.year, "first": FIRST_YEAR, "last": LAST_YEAR},
                )
            )
        try:
            date.fromisocalendar(self.year, self.number, 1)
        except ValueError:
            raise UnreadableDate(
                Text(
                    N_("Vecka %(number)s finns inte år %(year)s. Ett år har 52 eller 53 veckor."),
                    {"number": self.number, "year": self.year},
                )
            ) from None

    @classmethod
    def of(cls, day: date) -> Week:
        """The week a day belongs to."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> Week:
        """Read «2026-W48», «2026W48» or «2026-48»; anything else is refused with a sentence."""
        hit = re.fullmatch(r"\s*(\d{1,4})-?[WwVv]?(\d{1,2})\s*", text)
        if hit is None:
            raise UnreadableDate(
                Text(N_("«%(text)s» är ingen vecka. Skriv till exempel 2026-W48."), {"text": text})
            )
        return cls(int(hit[1]), int(hit[2]))

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def period(self) -> Period:
        return Period(self.monday, self.sunday)

    def plus(self, weeks: int) -> Week:
        """The week that many weeks later (earlier when negative)."""
        return Week.of(self.monday + timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"


def weeks_between(first: Week, last: Week) -> tuple[Week, ...]:
    """Every week from and including first to and including last."""
    count = (last.monday - first.monday).days // 7
    return tuple(first.plus(n) for n in range(count + 1))


def parse_weeks(text: str) -> tuple[Week, ...]:
    """Read one week or a range «2026-W40..2026-W48»."""
    first, dots, last = text.partition("..")
    if not dots:
        return (Week.parse(first),)
    weeks = weeks_between(Week.parse(first), Week.parse(last))
    if not weeks:
        raise UnreadableDate(
            Text(N_("«%(text)s» slutar före den börjar. Skriv den tidigaste veckan först."), {"text": text})
        )
    return weeks


def parse_day(text: str) -> date:
    """Read «2026-11-23»; year 0 and 30 February are refused with a sentence."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise UnreadableDate(
            Text(N_("«%(text)s» är ingen dag. Skriv dagen som 2026-11-23."), {"text": text})
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnreadableDate(
            Text(
                N_("År %(year)s går inte att använda. Skriv ett år mellan %(first)s och %(last)s."),
                {"year": day.year, "first": FIRST_YEAR, "last": LAST_YEAR},
            )
        )
    return day


@functools.cache
def holidays_of(year: int) -> dict[date, str]:
    """The public holidays of a year in Sweden, and the eves that are free in practice, by day."""
    # The package reads all the countries of the world: a quarter of a second that few commands need.
    import holidays  # noqa: PLC0415

    # The three eves are no public holidays in the Act (1989:253), but nobody works then.
    return dict(holidays.country_holidays("SE", years=year, language="sv", categories=("public", "de_facto")))


def is_working_day(day: date) -> bool:
    """Monday to Friday, no public holiday and none of the three free eves."""
    return day.weekday() < 5 and day not in holidays_of(day.year)


@functools.cache
def working_days(week: Week) -> tuple[date, ...]:
    """The working days of a week, at most five."""
    return tuple(day for day in week.days if is_working_day(day))
