"""The languages that people are written to in, and how each writes numbers and days."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

HOUR = 60
SWEDISH_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its own name.

    ``months`` empty: days are written in numbers, so that no name of a month can be the wrong one.
    """

    code: str
    own_name: str
    direction: str = "ltr"
    decimal: str = "."
    day_separator: str = "/"
    time_separator: str = "."
    months: tuple[str, ...] = ()

    def day(self, value: date) -> str:
        """«27 november 2026», or «27/11/2026» where months have no names here."""
        if self.months:
            return f"{value.day} {self.months[value.month - 1]} {value.year}"
        return self.day_separator.join((f"{value.day:02}", f"{value.month:02}", f"{value.year}"))

    def clock(self, value: time) -> str:
        """«08.30»."""
        return f"{value.hour:02}{self.time_separator}{value.minute:02}"

    def hours(self, minutes: int) -> str:
        """2250 minutes as «37,5»; at most two decimals, none that says nothing."""
        whole, rest = divmod(minutes, HOUR)
        hundredths = (rest * 100 + HOUR // 2) // HOUR
        decimals = f"{hundredths:02}".rstrip("0")
        return f"{whole}{self.decimal}{decimals}" if decimals else str(whole)


SWEDISH = Language("sv", "svenska", decimal=",", months=SWEDISH_MONTHS)
LANGUAGES: Mapping[str, Language] = MappingProxyType({
    language.code: language
    for language in (
        SWEDISH,
        Language("en", "English", months=ENGLISH_MONTHS, time_separator=":"),
        Language("ar", "العربية", "rtl", time_separator=":"),
        Language("prs", "دری", "rtl", time_separator=":"),
        Language("so", "Soomaali", time_separator=":"),
        Language("ti", "ትግርኛ", time_separator=":"),
        Language("uk", "українська", decimal=",", day_separator=".", time_separator=":"),
    )
})  # fmt: skip
