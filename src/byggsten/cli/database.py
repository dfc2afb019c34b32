"""Start Django and check that the database is there and prepared; only commands that need it come here."""

from __future__ import annotations

import getpass
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from byggsten.cli.exits import Exit, Stop
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = "byggsten.config.settings"
NOT_PREPARED = N_(
    "Databasen är inte förberedd: %(count)s steg återstår. "
    "Kör «django-admin migrate --settings=byggsten.config.settings», eller «byggsten demo» för att prova."
)


@contextmanager
def database() -> Iterator[None]:
    """Work against the database; what it or the settings refuse becomes a sentence and exit code 7."""
    start()
    from django.db import DatabaseError, connection  # noqa: PLC0415 - Django must be started first
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    try:
        executor = MigrationExecutor(connection)
        steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if steps:
            raise Stop(Exit.STORE, Text(NOT_PREPARED, {"count": len(steps)}))
        yield
    except DatabaseError as error:
        told = {"why": str(error).splitlines()[0] if str(error) else type(error).__name__}
        sentence = N_("Databasen gick inte att använda (%(why)s). Kontrollera DATABASE_URL och försök igen.")
        raise Stop(Exit.STORE, Text(sentence, told)) from error


def start() -> None:
    """Start Django with this installation's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django  # noqa: PLC0415 - slow to start, and most commands manage without

    try:
        django.setup()
    except Exception as error:
        # The floor with the settings lies above this one, so its error is known by where it comes from.
        if type(error).__module__.startswith("byggsten.config"):
            raise Stop(Exit.STORE, str(error)) from error
        raise


def operator() -> str:
    """Who runs the command, as the diary names them."""
    try:
        return f"kommandorad/{getpass.getuser()}"
    except (KeyError, OSError):
        return "kommandorad"
