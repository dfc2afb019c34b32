"""Days as whole numbers (1 January of year 1 is day 1) and the calendar in whole-number arithmetic.

``civil``, ``day_number``, ``add_months`` and ``whole_years`` use no branches and no library, so that the
very same functions run as they stand and inside compiled loops over a population.
``months_after`` and ``years_between`` are the fast forms for one person, with a memory of recent answers.
"""

from __future__ import annotations

import functools
from datetime import date

# «Aldrig»: a day that is known not to have happened.  Arithmetic on it stays there.
NEVER = date.max
NEVER_DAY = NEVER.toordinal()
FIRST_DAY = 1
# Days from 1 March of year 0 to day 0.
SHIFT = 305


def civil(day: int) -> tuple[int, int, int]:
    """Day number to year, month and day of month."""
    z = day + SHIFT
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 - 12 * (mp >= 10)
    return yoe + era * 400 + 1 * (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


def day_number(year: int, month: int, day: int) -> int:
    """Year, month and day of month to day number."""
    y = year - 1 * (month <= 2)
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (month - 3 + 12 * (month <= 2)) + 2) // 5 + day - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - SHIFT


def add_months(day: int, months: int) -> int:
    """The same day of month so many months later, or the month's last day; never past NEVER."""
    year, month, dom = civil(day)
    k = year * 12 + month - 1 + months
    y2 = k // 12
    m2 = k - y2 * 12 + 1
    y3 = (k + 1) // 12
    first = day_number(y2, m2, 1)
    length = day_number(y3, k + 1 - y3 * 12 + 1, 1) - first
    found = first + dom - (dom > length) * (dom - length) - 1
    return within(found + (day >= NEVER_DAY) * (NEVER_DAY - found))


def add_days(day: int, days: int) -> int:
    """So many days later; NEVER stays NEVER."""
    found = day + days
    return within(found + (day >= NEVER_DAY) * (NEVER_DAY - found))


def within(day: int) -> int:
    """The day, or the first or last day of the calendar when it falls outside."""
    return day + (day > NEVER_DAY) * (NEVER_DAY - day) + (day < FIRST_DAY) * (FIRST_DAY - day)


def whole_years(born: int, day: int) -> int:
    """Whole years of age.  Born 29 February: the year is full on 1 March."""
    y, m, d = civil(born)
    y2, m2, d2 = civil(day)
    return y2 - y - 1 * (m2 * 32 + d2 < m * 32 + d)


months_after = functools.lru_cache(maxsize=1 << 16)(add_months)
years_between = functools.lru_cache(maxsize=1 << 16)(whole_years)


def as_date(day: int) -> date:
    """The day number as a date; numbers outside the calendar become its first or last day."""
    return date.fromordinal(within(day))
