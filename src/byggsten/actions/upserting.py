"""Rows that are brought up to date in place, by the column that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long

if TYPE_CHECKING:
    from django.db.models import Model


def upsert(model: type[Model], key: str, told: dict[str, dict[str, Any]]) -> Counts:
    """Write the rows that are new or different; ``told`` has the other columns by the key's value."""
    for name, columns in told.items():
        refuse_too_long(model, {key: name, **columns})
    manager = model._default_manager  # noqa: SLF001 - Django documents it
    known = {getattr(row, key): row for row in manager.filter(**{f"{key}__in": told})}
    changed = []
    for name, row in known.items():
        different = {column: value for column, value in told[name].items() if getattr(row, column) != value}
        for column, value in different.items():
            setattr(row, column, value)
        if different:
            changed.append(row)
    new = [model(**{key: name}, **columns) for name, columns in told.items() if name not in known]
    manager.bulk_create(new, batch_size=500)
    if changed:
        manager.bulk_update(changed, list(next(iter(told.values()))), batch_size=200)
    return Counts(len(new), len(changed), len(known) - len(changed))
