"""The diary: what was done, as a code and facts, in the transaction of the act itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.records.models import Event

if TYPE_CHECKING:
    from datetime import datetime


def write(code: str, *, by: str, at: datetime, person: str = "", **facts: object) -> None:
    """Write one entry.  Facts are JSON: codes, references, numbers and days as text, never free text."""
    Event.objects.create(code=code, person=person, actor=by, at=at, facts=facts)
