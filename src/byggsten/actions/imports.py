"""Note the files that were taken in, by fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.records.models import ImportBatch

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


def taken_in(*, source: str, kind: str, sha256: str) -> datetime | None:
    """When the very same file was taken in, or None."""
    batch = ImportBatch.objects.filter(source=source, kind=kind, sha256=sha256).first()
    return batch.at if batch else None


def note_import(
    *, source: str, kind: str, sha256: str, counts: Mapping[str, int], by: str, at: datetime
) -> bool:
    """Note a file in the transaction that takes it in; False: the very same file was taken in before."""
    _, new = ImportBatch.objects.get_or_create(
        source=source, kind=kind, sha256=sha256, defaults={"counts": dict(counts), "by": by, "at": at}
    )
    return new
