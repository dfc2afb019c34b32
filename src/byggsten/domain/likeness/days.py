"""How alike two days of birth are, as points, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from datetime import date

# The points of the day; those of the name are the rest of a hundred.
SAME = 40
# What is told in words across a desk or typed from a document goes wrong in a few known ways.
ONE_DAY, SWAPPED, ONE_YEAR, ONE_DIGIT = 34, 34, 32, 25
# Countries without a register give 1 January when only the year is known, so it says less about the day.
PLACEHOLDER_BOTH, PLACEHOLDER_ONE = 34, 28
# Nobody has told the day: it speaks neither for nor against.
UNKNOWN = 12
DIFFERENT = 0


def compare(one: date | None, other: date | None) -> tuple[int, str]:
    """The points and the reason; the same whichever is named first."""
    if one is None or other is None:
        return UNKNOWN, N_("födelsedag saknas")
    first, second = min(one, other), max(one, other)
    if first == second:
        if placeholder(first):
            return PLACEHOLDER_BOTH, N_("samma födelseår, men 1 januari står ofta för en okänd dag")
        return SAME, N_("samma födelsedag")
    return _nearly(first, second)


def _nearly(first: date, second: date) -> tuple[int, str]:
    if (second - first).days == 1:
        return ONE_DAY, N_("födelsedagarna skiljer en dag")
    if first.year == second.year:
        if (first.day, first.month) == (second.month, second.day):
            return SWAPPED, N_("dag och månad är omkastade")
        if placeholder(first):
            return PLACEHOLDER_ONE, N_("samma födelseår, och den ena är född 1 januari")
    if (first.month, first.day) == (second.month, second.day) and second.year - first.year == 1:
        return ONE_YEAR, N_("födelseåret skiljer ett år")
    if (
        not placeholder(first)
        and sum(a != b for a, b in zip(f"{first:%Y%m%d}", f"{second:%Y%m%d}", strict=True)) == 1
    ):
        return ONE_DIGIT, N_("en siffra skiljer i födelsedagen")
    return DIFFERENT, ""


def placeholder(day: date) -> bool:
    """Whether the day may stand for one that nobody knows."""
    return (day.month, day.day) == (1, 1)
