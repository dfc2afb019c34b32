"""Who has opened a page about the people of a unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef

from byggsten.records.models import PersonRead, ReadLog

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

READINGS = 50
# The page that shows the readings is itself a reading, but would fill its own table.
OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody opened a page about one or several people; only those of the own unit are named."""

    at: datetime
    reader: str
    page: str
    names: tuple[str, ...]
    people: tuple[str, ...] = ()


def readings_of(names: Mapping[str, str]) -> tuple[Reading, ...]:
    """The latest readings about the people, whose names are given by reference; the last first."""
    about = PersonRead.objects.filter(reading=OuterRef("pk"), person__in=names)
    latest = list(
        ReadLog.objects.filter(Exists(about)).exclude(purpose=OVERVIEW).order_by("-at", "-pk")[:READINGS]
    )
    shown: dict[int, list[str]] = defaultdict(list)
    rows = PersonRead.objects.filter(reading__in=latest, person__in=names).order_by("pk")
    for reading, person in rows.values_list("reading_id", "person"):
        shown[reading].append(person)
    readers = called(row.actor for row in latest)
    return tuple(
        Reading(
            row.at,
            readers.get(row.actor, row.actor),
            row.page,
            tuple(names[person] for person in shown[row.pk]),
            tuple(shown[row.pk]),
        )
        for row in latest
    )


def called(usernames: Iterable[str]) -> dict[str, str]:
    """The names of those who sign in, by user name."""
    users = get_user_model().objects.filter(username__in=set(usernames))
    return {user.get_username(): user.get_full_name() or user.get_username() for user in users}
