"""Record the sessions of groups, and that one was cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.lookups import ids_of
from byggsten.actions.session_times import refuse_two_at_once
from byggsten.records.models import Group, Session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from byggsten.domain import planning

COLUMNS = (
    "group_id", "day", "start", "minutes", "announced_on", "cancelled_by", "cancelled_at", "reachable"
)  # fmt: skip


@transaction.atomic
def record_sessions(
    sessions: Sequence[planning.Session],
    *,
    by: str,
    at: datetime,
    cancelled_at: Mapping[str, datetime] | None = None,
) -> Counts:
    """Record sessions by reference, or bring them up to date; ``cancelled_at`` says when one learnt of it.

    Raises UnknownReference (the group), TwoSessionsAtOnce.
    """
    groups = ids_of(Group, [session.group for session in sessions])
    told = {session.reference: session for session in sessions}
    known = _known(list(told))
    refuse_two_at_once(told, groups)
    moments = cancelled_at or {}
    new, changed = [], []
    for reference, session in told.items():
        columns = _columns(session, groups[session.group])
        row = known.get(reference)
        if row is None:
            refuse_too_long(Session, {"reference": reference})
            moment = session.recorded_at or at
            cancelled = moments.get(reference, moment) if session.cancelled_by else None
            new.append(Session(reference=reference, recorded_at=moment, cancelled_at=cancelled, **columns))
        elif _take_over(row, columns, moments.get(reference, at)):
            changed.append(row)
    Session.objects.bulk_create(new, batch_size=500)
    if changed:
        Session.objects.bulk_update(changed, COLUMNS, batch_size=200)
    if new or changed:
        diary.write("sessions.recorded", by=by, at=at, created=len(new), changed=len(changed))
    return Counts(len(new), len(changed), len(known) - len(changed))


def _take_over(row: Session, columns: Mapping[str, Any], moment: datetime) -> bool:
    if all(getattr(row, name) == value for name, value in columns.items()):
        return False
    # When one first learnt of a cancellation stands until it is taken back.
    if bool(row.cancelled_by) != bool(columns["cancelled_by"]):
        row.cancelled_at = moment if columns["cancelled_by"] else None
    for name, value in columns.items():
        setattr(row, name, value)
    return True


def _known(references: list[str]) -> dict[str, Session]:
    found: dict[str, Session] = {}
    for start in range(0, len(references), 5000):
        found |= Session.objects.in_bulk(references[start : start + 5000], field_name="reference")
    return found


def _columns(session: planning.Session, group_id: int) -> dict[str, Any]:
    return {
        "group_id": group_id,
        "day": session.day,
        "start": session.start,
        "minutes": session.minutes,
        "announced_on": session.announced_on,
        "cancelled_by": session.cancelled_by.value if session.cancelled_by else "",
        "reachable": session.reachable,
    }
