"""Households and case references: a person lives in one home at a time and has one name among cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.dates import Period


class TwoHomes(Refusal):
    """A person would live in two households on the same day."""


def refuse_two_homes(stays: Iterable[Period], new: Period, who: str) -> None:
    """Raise TwoHomes when any of the stays in other households shares a day with the new one."""
    other = next((stay for stay in stays if stay.overlaps(new)), None)
    if other is not None:
        sentence = N_("%(who)s hör redan till ett annat hushåll från %(first)s. Avsluta det först.")
        raise TwoHomes(Text(sentence, {"who": who, "first": other.first_day}))


def next_reference(year: int, last: str | None) -> str:
    """The case reference after the last of the year: «2026-00123»."""
    return f"{year:04}-{int(last.partition('-')[2]) + 1 if last else 1:05}"
