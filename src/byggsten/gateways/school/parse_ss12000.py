"""From an SS 12000 message to accounts; what breaks the standard or contradicts itself is refused whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import UnsetType

from byggsten.domain.attendance import Account, Witness
from byggsten.domain.dates import FIRST_YEAR, LAST_YEAR, Minutes
from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused, RefusedRow
from byggsten.gateways.school.ss12000 import Attendance, AttendanceList, id_of
from byggsten.gateways.strict_json import decode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


NO_MINUTES = Text(
    N_("Lektionen är rapporterad men utan minuter. Ange närvaro eller frånvaro i källsystemet.")
)


@dataclass(slots=True)
class Message:
    """What the message told.

    ``unreported`` counts lessons that nobody had reported: those hours stay unrecorded.
    ``unknown_reasons`` are words for a reason that the table of reasons does not have.
    """

    accounts: list[tuple[int, Account] | RefusedRow] = field(default_factory=list)
    unreported: int = 0
    repeated: int = 0
    unknown_reasons: set[str] = field(default_factory=set)
    more_pages: bool = False


def parse(data: bytes, *, source: str, reasons: Mapping[str, str]) -> Message:
    """Read the message.  ``reasons`` leads from the words for a reason, in small letters, to its code.

    Raises FileRefused.
    """
    bare = data.lstrip()[:1] == b"["
    page = AttendanceList(data=decode(data, tuple[Attendance, ...])) if bare else decode(data, AttendanceList)
    message = Message(more_pages=page.page_token is not None)
    seen: dict[tuple[str, datetime], Attendance] = {}
    for n, row in enumerate(page.data):
        path = f"$[{n}]" if bare else f"$.data[{n}]"
        known = seen.setdefault((str(row.id), row.meta.modified), row)
        if known is not row:
            _refuse_contradiction(known, row, path)
            message.repeated += 1
            continue
        if not row.is_reported:
            message.unreported += 1
            continue
        _refuse_odd_moment(row, path)
        _refuse_too_long(row, path)
        reason = _reason(row, reasons, message)
        if row.attended + row.absent:
            message.accounts.append((n + 1, _account(row, source, reason)))
        else:
            message.accounts.append(RefusedRow(n + 1, path, "", NO_MINUTES))
    return message


def _account(row: Attendance, source: str, reason: str) -> Account:
    modified = row.meta.modified
    return Account(
        source=source,
        # The same object changed later is a new link in the chain, so the moment belongs to the name.
        message=f"{row.id}@{modified.isoformat()}",
        session=id_of(row.calendar_event),
        person=id_of(row.student),
        witness=Witness.SCHOOL_SYSTEM,
        attended=Minutes(row.attended),
        absent=Minutes(row.absent),
        reason=reason,
        told_valid=Minutes(row.valid_absence_minutes or 0) if row.absent else None,
        recorded_at=modified,
        told_by=id_of(row.reporter) if row.reporter else "",
    )


def _reason(row: Attendance, reasons: Mapping[str, str], message: Message) -> str:
    words = re.sub(r"\s+", " ", row.absence_reason or "").strip()
    if not words or not row.absent:
        return ""
    code = reasons.get(words.casefold())
    if code is None:
        message.unknown_reasons.add(words)
    return code or ""


def _refuse_contradiction(known: Attendance, row: Attendance, path: str) -> None:
    if known != row:
        sentence = N_("Närvaron %(id)s finns redan i filen med samma ändringstid men annat innehåll.")
        raise FileRefused(Text(sentence, {"id": row.id}), path)


def _refuse_odd_moment(row: Attendance, path: str) -> None:
    if not FIRST_YEAR <= row.meta.modified.year <= LAST_YEAR:
        sentence = N_("År %(year)s går inte att använda. Kontrollera tidpunkten i källsystemet.")
        raise FileRefused(Text(sentence, {"year": row.meta.modified.year}), f"{path}.meta.modified")


def _refuse_too_long(row: Attendance, path: str) -> None:
    event = row.embedded.calendar_event if row.embedded else None
    if event is None or isinstance(event, UnsetType):
        return
    if isinstance(event.start_time, UnsetType) or isinstance(event.end_time, UnsetType):
        return
    length = (event.end_time - event.start_time).total_seconds() // 60
    told = row.attended + row.absent
    if told > length:
        sentence = N_(
            "Närvaro och frånvaro är %(told)s minuter, men lektionen är %(length)s. Rätta minuterna."
        )
        raise FileRefused(Text(sentence, {"told": told, "length": int(length)}), path)
