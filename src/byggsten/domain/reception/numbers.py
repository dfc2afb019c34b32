"""What a personal identity number tells, and a short one made whole: without its century it needs a day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.people import Sex

if TYPE_CHECKING:
    from byggsten.domain.people import PersonalNumber


def whole_number(text: str, on: date) -> str:
    """The number with its century: «900303-1234», and with a plus from the year somebody turns a hundred.

    Anything else is left as it is, to be judged as it was written.
    """
    short = re.fullmatch(r"\s*(\d{2})(\d{4})\s*([+-]?)\s*(\d{4})\s*", text, re.ASCII)
    if short is None:
        return text
    year = on.year - (on.year - int(short[1])) % 100 - (100 if short[3] == "+" else 0)
    return f"{year}{short[2]}{short[4]}"


def born_of(number: PersonalNumber) -> date:
    """The day of birth that the number tells; a coordination number has sixty added to the day."""
    digits = number.reveal()
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]) % 60)


def sex_of(number: PersonalNumber) -> Sex | None:
    """The sex that a personal number tells; a coordination number may be given before it is known."""
    if number.is_coordination_number:
        return None
    return Sex.MAN if int(number.reveal()[10]) % 2 else Sex.WOMAN
