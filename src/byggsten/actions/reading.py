"""Write down that somebody opened a page about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.records.models import PersonRead, ReadLog

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@transaction.atomic
def log_reading(*, people: Iterable[str], page: str, purpose: str, by: str, at: datetime) -> int:
    """Note who was shown to whom; return how many that was.  A page that showed nobody is not noted."""
    shown = list(dict.fromkeys(people))
    if not shown:
        return 0
    reading = ReadLog.objects.create(actor=by, page=page, purpose=purpose, at=at)
    PersonRead.objects.bulk_create([PersonRead(reading=reading, person=reference) for reference in shown])
    return len(shown)
