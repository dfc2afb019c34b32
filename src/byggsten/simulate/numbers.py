"""Personal identity numbers from Skatteverket's reserved series, so that no one's own number is ever shown.

Source: Skatteverket, testpersonnummer (öppna data).
"""

from __future__ import annotations

import functools
from datetime import date, timedelta
from importlib import resources
from typing import TYPE_CHECKING

from byggsten.domain.people import PersonalNumber, Sex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

WOMAN, MAN = 238, 239
# In these years of birth the series has one number for women and one for men on nearly every day.
EVERY_DAY = range(1976, 2014)
# In these years women have the even days of the year and men the odd ones.
EVERY_OTHER_DAY = frozenset({2014, 2015, 2016, 2019, 2024})
# Days and birth numbers that the series lacks.
ABSENT = frozenset(
    {
        ("19760101", WOMAN), ("19800101", WOMAN), ("19800101", MAN), ("19891220", WOMAN), ("19900101", MAN),
        ("19900102", MAN), ("19900104", WOMAN), ("19900104", MAN), ("19900105", MAN), ("19900106", WOMAN),
        ("19900106", MAN), ("19900108", WOMAN), ("19900108", MAN), ("19900109", MAN), ("19900113", WOMAN),
        ("20001218", WOMAN), ("20010303", MAN), ("20011104", WOMAN), ("20021016", WOMAN), ("20021227", WOMAN),
        ("20050509", WOMAN), ("20070911", MAN), ("20071228", WOMAN), ("20101211", WOMAN), ("20111230", WOMAN),
        ("20140317", WOMAN), ("20161026", WOMAN),
    }
)  # fmt: skip


def official_number(born: date, sex: Sex) -> PersonalNumber | None:
    """The reserved number of the day and sex, or None when the series has none that we know."""
    birth_number = WOMAN if sex is Sex.WOMAN else MAN
    day = f"{born:%Y%m%d}"
    if born.year in EVERY_DAY:
        reserved = (day, birth_number) not in ABSENT
    elif born.year in EVERY_OTHER_DAY:
        even = born.timetuple().tm_yday % 2 == 0
        reserved = even == (birth_number == WOMAN) and (day, birth_number) not in ABSENT
    else:
        return _listed().get((born, sex))
    return (
        PersonalNumber(f"{day}{birth_number}{_check_digit(day[2:] + str(birth_number))}")
        if reserved
        else None
    )


def _check_digit(nine: str) -> int:
    """The Luhn digit of nine digits."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine))
    return -sum(product // 10 + product % 10 for product in products) % 10


@functools.cache
def _listed() -> dict[tuple[date, Sex], PersonalNumber]:
    """The numbers of the years in which the series is sparse or irregular, from our short list."""
    text = (resources.files("byggsten.simulate") / "data" / "test_numbers.txt").read_text("utf-8")
    found = {}
    for line in text.split():
        if line.isdecimal() and len(line) == 12:
            born = date(int(line[:4]), int(line[4:6]), int(line[6:8]))
            found[born, Sex.MAN if int(line[10]) % 2 else Sex.WOMAN] = PersonalNumber(line)
    return found


class Register:
    """Hands out birthdays so that no number is given to two people."""

    def __init__(self) -> None:
        self._taken: set[tuple[date, Sex]] = set()

    def birthday(self, lot: Random, sex: Sex, first: date, last: date) -> tuple[date, PersonalNumber | None]:
        """A free day between the two with its reserved number; any day and no number if there is none."""
        for _ in range(200):
            day = first + timedelta(days=lot.randrange((last - first).days + 1))
            if number := self._take(day, sex):
                return day, number
        for day in self._listed_between(sex, first, last):
            if number := self._take(day, sex):
                return day, number
        return first + timedelta(days=lot.randrange((last - first).days + 1)), None

    def _take(self, day: date, sex: Sex) -> PersonalNumber | None:
        number = None if (day, sex) in self._taken else official_number(day, sex)
        if number is not None:
            self._taken.add((day, sex))
        return number

    @staticmethod
    def _listed_between(sex: Sex, first: date, last: date) -> Iterator[date]:
        return (day for day, whose in _listed() if whose is sex and first <= day <= last)
