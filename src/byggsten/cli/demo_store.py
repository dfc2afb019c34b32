"""Where a demonstration is kept: made in a file beside, and put in place when it is whole."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from byggsten.cli.exits import Exit, Stop
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "demo.sqlite3"
RULES = "norrtalje,demo"
# SQLite's own files beside the database; one that outlives its database would spoil the next.
BESIDE = ("-wal", "-shm", "-journal")
NOT_A_DEMO = N_(
    "%(where)s innehåller personer som inte är påhittade. Demonstrationen rör den inte. "
    "Ta bort DATABASE_URL ur miljön, så får demonstrationen en egen databas."
)
NOT_RESET = N_(
    "--reset gör bara om en databas i en fil. Töm %(where)s själv, eller ta bort DATABASE_URL ur miljön."
)


def choose() -> None:
    """Say by the environment that this is a demonstration, in a database of its own unless one is named."""
    os.environ["BYGGSTEN_DEMO"] = "ja"
    os.environ.setdefault("BYGGSTEN_LOCAL_RULES", RULES)
    folder = Path(os.environ.get("BYGGSTEN_DATA", "").strip() or "var").expanduser().absolute()
    if not os.environ.get("DATABASE_URL", "").strip():
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / FILE}"


def file() -> Path | None:
    """The database's file, or None when it is kept by a server."""
    from django.db import connection  # noqa: PLC0415 - Django must be started first

    return Path(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else None


def where() -> str:
    """The database in words for a person; never with a password."""
    from django.db import connection  # noqa: PLC0415

    return str(file() or f"PostgreSQL-databasen {connection.settings_dict['NAME']}")


def refuse_others(*, reset: bool) -> None:
    """Stop before the demonstration touches a database that holds something else."""
    from byggsten.actions import demo  # noqa: PLC0415

    if reset and file() is None:
        raise Stop(Exit.STORE, Text(NOT_RESET, {"where": where()}))
    if prepared() and demo.holds_others():
        raise Stop(Exit.STORE, Text(NOT_A_DEMO, {"where": where()}))


def prepared() -> bool:
    """Whether the tables are there."""
    from django.db import connection  # noqa: PLC0415

    path = file()
    if path is not None and not path.exists():
        return False
    return "records_event" in connection.introspection.table_names()


def migrate() -> None:
    """Make the tables, or bring them up to date."""
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def anew() -> Iterator[None]:
    """Work in a database that takes the old one's place only if the work is finished.

    Interrupted or failed, the old one stands as it was, if there was one.
    """
    from django.db import connection  # noqa: PLC0415

    path = file()
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    _point_at(draft)
    try:
        with connection.cursor() as cursor:
            # A draft that is lost is made again, so nothing has to wait for the disk.
            cursor.execute("PRAGMA synchronous=OFF")
        yield
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        _remove_beside(path)
        draft.replace(path)
    finally:
        _point_at(path)
        draft.unlink(missing_ok=True)
        _remove_beside(draft)


def _point_at(path: Path) -> None:
    from django.db import connection  # noqa: PLC0415

    connection.close()
    connection.settings_dict["NAME"] = str(path)


def _remove_beside(path: Path) -> None:
    for ending in BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
