"""A teacher's sessions, with how many are expected and how many are not yet marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Q

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.attendance import Witness
from byggsten.records.models import Account, Session

if TYPE_CHECKING:
    from datetime import date, time

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor

# How far back and ahead the list of sessions looks.
BACK, AHEAD = timedelta(days=28), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session in the teacher's list; ``missing`` is how many of ``expected`` have no mark."""

    reference: str
    group: str
    activity: str
    place: str
    day: date
    start: time
    minutes: int
    cancelled: bool
    expected: int
    missing: int


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions that wait for their register, those that are done, and those to come."""

    waiting: tuple[SessionLine, ...]
    done: tuple[SessionLine, ...]
    coming: tuple[SessionLine, ...]


def sessions_of(actor: Actor, on: date) -> Sessions:
    """The teacher's sessions of the last weeks and the coming one."""
    rows = list(
        lines_of(visible(actor, May.SEE_REGISTER, Session).filter(day__range=(on - BACK, on + AHEAD)))
    )
    held = [line for line in rows if line.day <= on and not line.cancelled and line.expected]
    return Sessions(
        waiting=tuple(line for line in held if line.missing),
        done=tuple(line for line in reversed(held) if not line.missing),
        coming=tuple(line for line in rows if line.day > on or line.cancelled),
    )


def lines_of(sessions: QuerySet[Session]) -> list[SessionLine]:
    """The sessions as lines, by day and time, with how many are expected and how many are marked."""
    day = F("day")
    item, plan = "group__plan_items", "group__plan_items__plan"
    held = (
        Q(**{f"{item}__first_day__lte": day})
        & (Q(**{f"{item}__last_day__isnull": True}) | Q(**{f"{item}__last_day__gte": day}))
        & Q(**{f"{plan}__first_day__lte": day, f"{plan}__withdrawn_at__isnull": True})
        & (Q(**{f"{plan}__last_day__isnull": True}) | Q(**{f"{plan}__last_day__gte": day}))
    )
    providers = [Witness.TEACHER.value, Witness.SCHOOL_SYSTEM.value, Witness.HOST.value]
    told = Account.objects.filter(
        session=OuterRef("pk"), person=OuterRef(f"{plan}__person"), witness__in=providers
    )
    person = f"{plan}__person"
    rows = sessions.annotate(marked=Exists(told)).values_list(
        "reference", "group__name", "group__activity__name", "group__place__name", "day", "start", "minutes",
        "cancelled_by",
    )  # fmt: skip
    counted = rows.annotate(
        expected=Count(person, filter=held, distinct=True),
        missing=Count(person, filter=held & Q(marked=False), distinct=True),
    ).order_by("day", "start")
    merged: dict[str, SessionLine] = {}
    for ref, group, activity, place, held_on, start, minutes, cancelled, all_of_them, missing in counted:
        before = merged.get(ref)
        merged[ref] = SessionLine(
            ref, group, activity, place or "", held_on, start, minutes, bool(cancelled),
            all_of_them + (before.expected if before else 0), missing + (before.missing if before else 0),
        )  # fmt: skip
    return list(merged.values())
