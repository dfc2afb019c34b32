"""Showing a demonstration in the browser, on this machine only."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

from byggsten.cli.exits import Exit, Stop
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from byggsten.cli.output import Output

HOST = "127.0.0.1"
PORT_TAKEN = N_(
    "Port %(port)s är upptagen av ett annat program. Avsluta det, eller kör «byggsten demo --port %(next)s»."
)


def refuse_taken(port: int) -> None:
    """Stop before anything is made when the port cannot be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            text = N_("Port %(port)s får bara systemet använda. Kör «byggsten demo --port 8000».")
            raise Stop(Exit.STORE, Text(text, {"port": port})) from None
        except OSError:
            other = port + 1 if port < 65535 else port - 1
            raise Stop(Exit.STORE, Text(PORT_TAKEN, {"port": port, "next": other})) from None


def serve_at(port: int, output: Output) -> None:
    """Serve the pages until Ctrl-C."""
    import waitress  # noqa: PLC0415 - only the one who serves waits for it
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    sys.stdout.flush()
    try:
        waitress.serve(get_wsgi_application(), host=HOST, port=port, threads=4, ident=None, _quiet=True)
    except OSError:
        raise Stop(Exit.STORE, Text(PORT_TAKEN, {"port": port, "next": port + 1})) from None
    output.tell("Demonstrationen är avslutad. Nästa gång visas samma igen.")
