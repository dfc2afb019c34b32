"""Where the records are kept, from an address such as sqlite:///file or postgresql://user@host/name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from byggsten.config.env import WrongSetting

if TYPE_CHECKING:
    from pathlib import Path


def database(name: str, default: Path) -> dict[str, Any]:
    """Settings of a database from an address: sqlite:///folder/file or postgresql://user:password@host/name."""
    address = os.environ.get(name, "").strip() or f"sqlite:///{default}"
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path[1:]) or ":memory:")
    if parts.scheme in ("postgresql", "postgres"):
        return _postgresql(name, address)
    raise WrongSetting(
        f"Miljövariabeln {name} börjar med «{parts.scheme}». Byggsten klarar sqlite:///… och postgresql://…"
    )


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # A writer takes its place in the queue at once instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def _postgresql(name: str, address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    database_name = unquote(parts.path[1:])
    if not database_name:
        raise WrongSetting(f"Miljövariabeln {name} säger inte vilken databas. Skriv postgresql://…/namn.")
    try:
        port = parts.port
    except ValueError:
        raise WrongSetting(f"Miljövariabeln {name} har en port som inte är ett tal.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(options.pop("port", port or "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
