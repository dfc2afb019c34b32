"""Rows that are never rewritten: a change closes the old row and writes a new one beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from byggsten.records.models.facts import Remembered


@dataclass(frozen=True, slots=True)
class Told:
    """A row as it was told: the key that names it, the other columns, and when it became known."""

    key: tuple[Any, ...]
    columns: Mapping[str, Any]
    recorded_at: datetime


def replace(model: type[Remembered], key: tuple[str, ...], told: Sequence[Told], *, by: str) -> Counts:
    """Write what is new or different.  ``key[0]`` is the column that the known rows are fetched by."""
    manager = model._default_manager  # noqa: SLF001 - Django documents it
    known = {
        tuple(getattr(row, name) for name in key): row
        for row in manager.filter(**{f"{key[0]}__in": {row.key[0] for row in told}, "replaced_at": None})
    }
    new, closed, unchanged = [], [], 0
    for row in {row.key: row for row in told}.values():
        old = known.get(row.key)
        if old is not None and all(getattr(old, name) == value for name, value in row.columns.items()):
            unchanged += 1
            continue
        moment = row.recorded_at
        if old is not None:
            moment = old.replaced_at = max(moment, old.recorded_at)
            closed.append(old)
        values = dict(zip(key, row.key, strict=True)) | dict(row.columns)
        refuse_too_long(model, values)
        new.append(model(**values, recorded_at=moment, recorded_by=by))
    if closed:
        manager.bulk_update(closed, ["replaced_at"], batch_size=400)
    manager.bulk_create(new, batch_size=500)
    return Counts(len(new) - len(closed), len(closed), unchanged)
