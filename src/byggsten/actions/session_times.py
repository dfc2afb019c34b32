"""A group has one session at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from byggsten.domain import planning


class TwoSessionsAtOnce(Refusal):
    """Two sessions of a group would start at the same moment."""


def refuse_two_at_once(told: Mapping[str, planning.Session], groups: Mapping[str, int]) -> None:
    """Raise TwoSessionsAtOnce if two of the told sessions, or one of them and a known one, collide."""
    taken: dict[tuple[int, date, time], str] = {}
    for reference, session in told.items():
        _take(taken, (groups[session.group], session.day, session.start), reference)
    days = [session.day for session in told.values()]
    if not days:
        return
    known = Session.objects.filter(group__in=groups.values(), day__range=(min(days), max(days)))
    for reference, group, day, start in known.values_list("reference", "group_id", "day", "start"):
        if reference not in told and (group, day, start) in taken:
            _take(taken, (group, day, start), reference)


def _take(taken: dict[tuple[int, date, time], str], moment: tuple[int, date, time], reference: str) -> None:
    other = taken.setdefault(moment, reference)
    if other != reference:
        _, day, start = moment
        raise TwoSessionsAtOnce(
            Text(
                N_(
                    "Tillfällena «%(one)s» och «%(other)s» är samma grupp och tid, %(day)s kl. %(start)s. "
                    "Ge dem samma beteckning eller ändra tiden."
                ),
                {"one": other, "other": reference, "day": day, "start": start.strftime("%H.%M")},
            )
        )
