"""What holds for every test: no network but this machine, and one browser for all."""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as django_settings
from django.db.backends.sqlite3.base import DatabaseOperations
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"


class NetworkIsClosed(RuntimeError):
    """A test tried to reach another machine; it is a bug in the test or in the product."""


def _stays_here(address: Any) -> bool:
    """Say whether the address is this machine: a socket file or a loopback number."""
    if isinstance(address, (str, bytes)):
        return True
    host = address[0]
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def _closed_network() -> Iterator[None]:
    """Let sockets connect to this machine only; the browser is watched by its own tests."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: Any, real: Any = real) -> Any:
            if not _stays_here(address):
                raise NetworkIsClosed(f"Ett test försökte nå {address}.")
            return real(self, address)

        patch.setattr(socket.socket, name, guarded)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def _append_only_tables_are_emptied_between_tests() -> Iterator[None]:
    """Let SQLite forget its triggers while a test with a live server cleans up, and remember them after."""
    real = DatabaseOperations.sql_flush

    def sql_flush(self: DatabaseOperations, style: Any, tables: list[str], **options: Any) -> list[str]:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
        forget = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
        return [*forget, *real(self, style, tables, **options), *(sql for _, sql in triggers)]

    patch = pytest.MonkeyPatch()
    patch.setattr(DatabaseOperations, "sql_flush", sql_flush)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the repository; the product never needs it."""
    if not SHARED.is_dir():
        pytest.skip("referensmaterialet ../shared finns inte bredvid förrådet")
    return SHARED


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium; Playwright's own download is never fetched."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("Chromium saknas; make test installerar det")
    # Playwright keeps an event loop in this thread, which Django would take for a mistake of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return browser_type_launch_args | {"executable_path": found}


def pytest_configure(config: pytest.Config) -> None:
    """Let every run meet the same surroundings, however it was started."""
    _keep_the_database_in_a_file(config)
    # A run that was put in the background is told to ignore Ctrl-C, and so would the programs it tests be.
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # Lines are folded by the width of the terminal, where there is one.
    os.environ["COLUMNS"] = "200"
    # Hash passwords quickly; that the product hashes them slowly has a test of its own.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def _keep_the_database_in_a_file(config: pytest.Config) -> None:
    """Several threads can wait for a file, as in the product; a database in memory refuses the second."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"] != "django.db.backends.sqlite3":
        return
    folder = tempfile.mkdtemp(prefix="byggsten-test-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    database.setdefault("TEST", {})["NAME"] = f"{folder}/test.sqlite3"
    # Nothing of a test has to survive a power cut.
    command = database["OPTIONS"]["init_command"]
    database["OPTIONS"]["init_command"] = command.replace("synchronous=FULL", "synchronous=OFF")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by what a test asks for, before pytest chooses by mark, so that no mark is forgotten."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if "page" in fixtures or "browser" in fixtures:
            item.add_marker("browser")
        if item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "live_server"}:
            item.add_marker("db")
        if "shared" in fixtures:
            item.add_marker("shared")


# A rule book is compiled at its first use, so the first example of a test may take long.
settings.register_profile("byggsten", deadline=None)
# `make test-quick`: fewer invented cases, so that it can be run after every change.
settings.register_profile("quick", settings.get_profile("byggsten"), max_examples=20)
settings.load_profile("byggsten")
