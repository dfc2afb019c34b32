"""Carry out an import: find the format, open the transaction, count, and recount the weeks it touched."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.actions import imports
from byggsten.actions.duty import assess
from byggsten.actions.waiting import retry_waiting
from byggsten.cli.clock import now, today
from byggsten.cli.database import operator
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.import_gateways import gateway_of
from byggsten.cli.import_report import Outcome
from byggsten.cli.progress import Progress
from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.school.receive import AttendanceFile
from byggsten.gateways.taking_in import FileNote, Tally, one_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from byggsten.cli.import_gateways import AnyFile
    from byggsten.domain.dates import Week

SAVED_BUT = N_(
    "Du avbröt efter att filens uppgifter hade sparats. Det som räknas om därefter hann inte bli klart; "
    "kör «byggsten assess --all --weeks FRÅN..TILL --store» för veckorna som filen rör."
)
LARGEST_JSON = 200_000_000  # It must be held in memory whole; a table is read row by row.
_SS12000 = re.compile(rb'"(calendarEvent|isReported)"|^\s*\{\s*"(data|pageToken)"')


@dataclass(frozen=True, slots=True)
class Order:
    """What the command was asked to do."""

    kind: str
    file: Path
    format_: str
    source: str
    dry_run: bool
    progress: bool | None
    as_json: bool
    unit: str = ""
    no_recount: bool = False


def carry_out(order: Order) -> Outcome:
    """Take in the file.  Raises FileRefused, and nothing is then saved."""
    at, by = now(), operator()
    source = order.source or order.file.name
    format_ = order.format_ if order.format_ != "auto" else format_of(order.file, order.kind)
    checking = Progress("Kontrollerar rader", shown=order.progress)
    progress = Progress("Läser rader", shown=order.progress)
    tally = Tally(progress.at, checking.at)
    sha256 = _fingerprint(order.file)
    before = imports.taken_in(source=source, kind=order.kind, sha256=sha256)
    gateway = gateway_of(order.kind, source=source, unit=order.unit, by=by, at=at)
    try:
        with one_file(FileNote(source, order.kind, sha256, by, at), tally, dry_run=order.dry_run):
            _take_in(gateway, order.file, format_, tally)
    finally:
        checking.end()
        progress.end()
    outcome = Outcome(order.kind, order.file.name, format_, source, order.dry_run, tally, before)
    if isinstance(gateway, AttendanceFile):
        outcome.waiting = gateway.waiting
    if not order.dry_run:
        _afterwards(order, gateway, outcome, by, at)
    return outcome


def format_of(file: Path, kind: str) -> str:
    """The format by what the file is called and how it begins."""
    with file.open("rb") as stream:
        head = stream.read(65_536)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if file.suffix.lower() == ".csv" or (file.suffix.lower() != ".json" and text[:1] not in (b"{", b"[")):
        return "csv"
    return "ss12000" if kind == "attendance" and _SS12000.search(text) else "json"


def _fingerprint(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _take_in(gateway: AnyFile, file: Path, format_: str, tally: Tally) -> None:
    if format_ == "csv":
        with file.open("rb") as stream:
            gateway.take_in_csv(stream, tally)
        return
    if file.stat().st_size > LARGEST_JSON:
        sentence = N_("Filen är större än %(most)s MB. Dela den, eller använd CSV.")
        raise FileRefused(Text(sentence, {"most": LARGEST_JSON // 1_000_000}))
    data = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if format_ == "ss12000" and isinstance(gateway, AttendanceFile):
        gateway.take_in_ss12000(data, tally)
    else:
        gateway.take_in_json(data, tally)


def _afterwards(order: Order, gateway: AnyFile, outcome: Outcome, by: str, at: datetime) -> None:
    """What follows from the file; it can be done again, so an interruption here loses nothing."""
    try:
        if not isinstance(gateway, AttendanceFile):
            outcome.resolved = retry_waiting(by=by, at=at)
        elif not order.no_recount:
            outcome.recounted = _recount(gateway.weeks, order.progress, by, at)
    except KeyboardInterrupt:
        raise Stop(Exit.INTERRUPTED, SAVED_BUT) from None


def _recount(touched: Mapping[str, set[Week]], shown: bool | None, by: str, at: datetime) -> int:
    groups: dict[frozenset[Week], list[str]] = {}
    for person, weeks in touched.items():
        groups.setdefault(frozenset(weeks), []).append(person)
    progress = Progress("Räknar om veckor, personer", total=len(touched), shown=shown)
    done = written = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        progress.at(done)

    for same, people in groups.items():
        written += assess(people, same, on=today(), by=by, at=at, done=step).written
    progress.end()
    return written
