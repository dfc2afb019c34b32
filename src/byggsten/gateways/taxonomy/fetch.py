"""Fetch a dump from an address, with the standard library; every way it can fail becomes a sentence."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 30.0
LARGEST = 100_000_000


def is_address(where: str) -> bool:
    """Whether it is an address and no file."""
    return where.startswith(("http://", "https://"))


def fetch(
    address: str,
    *,
    patience: float = PATIENCE,
    largest: int = LARGEST,
    open_: Callable[..., Any] = urllib.request.urlopen,
) -> bytes:
    """The whole answer.  Raises FileRefused when there is none, when it is cut short, late or too large."""
    host = urlsplit(address).netloc
    request = urllib.request.Request(address, headers={"Accept": "application/json"})  # noqa: S310 - is_address
    try:
        with open_(request, timeout=patience) as answer:
            data: bytes = answer.read(largest + 1)
            promised = answer.headers.get("Content-Length")
    except urllib.error.HTTPError as error:
        told = {"host": host, "code": error.code}
        error.close()
        raise FileRefused(
            Text(N_("%(host)s svarade med felkod %(code)s. Kontrollera adressen eller försök senare."), told)
        ) from None
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        raise _unreachable(host, error, patience) from None
    if len(data) > largest:
        raise FileRefused(Text(N_("Svaret är större än %(most)s MB."), {"most": largest // 1_000_000}))
    if promised is not None and promised.isdigit() and len(data) < int(promised):
        raise _cut_short(host)
    return data


def _unreachable(host: str, error: Exception, patience: float) -> FileRefused:
    if isinstance(error, http.client.IncompleteRead):
        return _cut_short(host)
    if isinstance(getattr(error, "reason", error), TimeoutError):
        told: dict[str, object] = {"host": host, "seconds": int(patience) or 1}
        return FileRefused(Text(N_("%(host)s svarade inte inom %(seconds)s sekunder. Försök senare."), told))
    return FileRefused(
        Text(N_("%(host)s går inte att nå. Kontrollera adressen och nätet."), {"host": host or "Adressen"})
    )


def _cut_short(host: str) -> FileRefused:
    return FileRefused(Text(N_("Svaret från %(host)s tog slut mitt i. Försök igen."), {"host": host}))
