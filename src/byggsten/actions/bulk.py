"""Many rows into a table without an object for each; the table's own constraints check every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection, models

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import Model

# Values that the databases want in their own form; numbers and text go in as they are.
_ADAPTED = (models.DateTimeField, models.DateField, models.JSONField)


def insert_rows(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    *,
    passing_over: bool = False,
    renewing: Sequence[str] = (),
) -> None:
    """Insert rows, given as values of the columns.

    ``passing_over`` leaves out a row that a unique constraint stops.
    ``renewing`` names the columns of a unique constraint: a row that it stops takes the known one's place.
    """
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name in columns)
    places = ", ".join(["%s"] * len(columns))
    then = ""
    if renewing:
        changed = ", ".join(f"{quote(c)} = excluded.{quote(c)}" for c in columns if c not in renewing)
        then = f" ON CONFLICT ({', '.join(map(quote, renewing))}) DO UPDATE SET {changed}"
    elif passing_over:
        then = " ON CONFLICT DO NOTHING"
    # Every name comes from our own models; the values travel apart from the text.
    insert = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places}){then}"  # noqa: S608, SLF001
    with connection.cursor() as cursor:
        cursor.executemany(insert, _adapted(model, columns, rows))


def _adapted(
    model: type[Model], columns: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> list[list[Any] | tuple[Any, ...]]:
    fields = {field.column: field for field in model._meta.concrete_fields}  # noqa: SLF001 - Django documents it
    special = [(n, fields[name]) for n, name in enumerate(columns) if isinstance(fields[name], _ADAPTED)]
    found: list[list[Any] | tuple[Any, ...]] = []
    for row in rows:
        values = list(row)
        for n, field in special:
            values[n] = field.get_db_prep_save(values[n], connection)
        found.append(values)
    return found
