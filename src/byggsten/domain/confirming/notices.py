"""Whether the person was told in time of what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Notice:
    """The person was told beforehand that an activity is asked of them."""

    sent_on: date
    read_on: date | None = None


def notice_age_ok(notice: Notice | None, activity_day: date, min_days: int | None) -> bool:
    """Whether an absence on the day can have any consequence, as far as the notice goes.

    The notice must be as old as the municipality has decided, and read by then.
    Where nothing is decided nobody can say that it came in time, and then it did not.
    """
    if notice is None or min_days is None or notice.read_on is None:
        return False
    return (activity_day - notice.sent_on).days >= min_days and notice.read_on <= activity_day
