"""Take in rows in batches: a row that is refused is left out with its reason, the rest goes in."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from django.db import transaction

from byggsten.actions.counts import Counts
from byggsten.actions.imports import note_import
from byggsten.domain.texts import Refusal
from byggsten.gateways.refusals import FileRefused, RefusedRow, of_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from byggsten.domain.texts import Text

    RowT = TypeVar("RowT")
    Made = TypeVar("Made")

# So many refusals are told one by one; of the rest only the number is kept.
MOST_TOLD = 200
BATCH = 2000


@dataclass(frozen=True, slots=True)
class FileNote:
    """Which file it is, who takes it in and when."""

    source: str
    kind: str
    sha256: str
    by: str
    at: datetime


@contextmanager
def one_file(note: FileNote, tally: Tally, *, dry_run: bool = False) -> Iterator[None]:
    """One transaction around all that a file gives; a dry run does the same work and then takes it back."""
    with transaction.atomic():
        yield
        if dry_run:
            transaction.set_rollback(True)
            return
        counts = {
            "read": tally.read,
            "created": tally.counts.created,
            "changed": tally.counts.changed,
            "refused": tally.refused,
        }
        note_import(
            source=note.source, kind=note.kind, sha256=note.sha256, counts=counts, by=note.by, at=note.at
        )


@dataclass(slots=True)
class Tally:
    """What became of the rows of a file.

    ``watch_check`` is told how many rows have been looked at first, ``watch`` how many have been taken in.
    """

    watch: Callable[[int], None] = lambda _read: None
    watch_check: Callable[[int], None] = lambda _read: None
    read: int = 0
    counts: Counts = field(default_factory=Counts)
    refused: int = 0
    refused_rows: set[int] = field(default_factory=set)
    refusals: list[RefusedRow] = field(default_factory=list)
    notices: list[Text] = field(default_factory=list)

    def refuse(self, row: RefusedRow) -> None:
        """Count a row that was left out, and keep its reason while there are few."""
        self.refused += 1
        self.refused_rows.add(row.row)
        if len(self.refusals) < MOST_TOLD:
            self.refusals.append(row)


def take_in(
    rows: Iterable[tuple[int, RowT] | RefusedRow],
    make: Callable[[RowT], Made],
    write: Callable[[Sequence[Made]], Counts],
    tally: Tally,
    size: int = BATCH,
) -> None:
    """Make a value of each row and write them in batches; call it inside a transaction."""
    for _ in steps(rows, make, write, tally, size):
        pass


def steps(
    rows: Iterable[tuple[int, RowT] | RefusedRow],
    make: Callable[[RowT], Made],
    write: Callable[[Sequence[Made]], Counts],
    tally: Tally,
    size: int = BATCH,
) -> Iterator[None]:
    """The same a batch at a time, for who tells meanwhile how far it has come."""
    batch: list[tuple[int, Made]] = []
    for row in rows:
        tally.read += 1
        tally.watch(tally.read)
        if isinstance(row, RefusedRow):
            tally.refuse(row)
            continue
        try:
            batch.append((row[0], make(row[1])))
        except FileRefused:
            raise
        except Refusal as refusal:
            tally.refuse(of_row(row[0], refusal))
        if len(batch) >= size:
            _write(batch, write, tally)
            batch = []
            yield
    _write(batch, write, tally)
    yield


def _write(batch: list[tuple[int, Made]], write: Callable[[Sequence[Made]], Counts], tally: Tally) -> None:
    """Write all, or when that is refused each half by itself, until the row at fault stands alone."""
    if not batch:
        return
    try:
        tally.counts += write([made for _, made in batch])
    except Refusal as refusal:
        if len(batch) == 1:
            tally.refuse(of_row(batch[0][0], refusal))
            return
        middle = len(batch) // 2
        _write(batch[:middle], write, tally)
        _write(batch[middle:], write, tally)
