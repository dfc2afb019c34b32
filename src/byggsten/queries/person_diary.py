"""What has been done in a person's case, and who has opened it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from byggsten.queries.merged import about_one
from byggsten.queries.readings import called
from byggsten.records.models import Event, PersonRead

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

# The last acts and openings that a page shows; older ones stay in the tables.
EVENTS, OPENINGS = 20, 60


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was done: its code, its facts, and the name of who did it."""

    code: str
    facts: Mapping[str, Any]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody opened a page about the person: who, which page, when."""

    by: str
    page: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Diary:
    """The latest first."""

    entries: tuple[Entry, ...]
    openings: tuple[Opening, ...]


def diary_of(reference: str) -> Diary:
    """The person's latest entries, and each reader's latest opening of the case."""
    about = about_one(reference)
    events = list(Event.objects.filter(about).order_by("-at", "-pk")[:EVENTS])
    readings = list(
        PersonRead.objects.filter(about)
        .order_by("-reading_id")
        .values_list("reading__actor", "reading__page", "reading__at")[:OPENINGS]
    )
    names = called({event.actor for event in events} | {actor for actor, _, _ in readings})
    latest: dict[str, Opening] = {}
    for actor, page, at in readings:
        latest.setdefault(actor, Opening(names.get(actor, actor), page, at))
    entries = tuple(Entry(e.code, e.facts, names.get(e.actor, e.actor), e.at) for e in events)
    return Diary(entries, tuple(latest.values()))
