"""``byggsten demo``: make a believable municipality where everyone is made up, and show it in the browser."""

from __future__ import annotations

import resource
import socket
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from byggsten.cli import demo_store
from byggsten.cli.clock import now, today
from byggsten.cli.database import start
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.kinds import DAY
from byggsten.cli.output import Output
from byggsten.cli.progress import Progress
from byggsten.cli.swedish import SETTINGS
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from byggsten.actions.demo import Loaded

HOST, PASSWORD = "127.0.0.1", "byggsten"
LOGINS = (("karin", "handläggare"), ("omar", "handläggare"), ("eva", "lärare"), ("maria", "chef"))
STALE_DAYS = 7
PORT_TAKEN = N_(
    "Port %(port)s är upptagen av ett annat program. Avsluta det, eller kör «byggsten demo --port %(next)s»."
)
INTERRUPTED = N_("Du avbröt. Ingen ny demonstration sparades.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The municipality that was asked for."""

    seed: int
    persons: int
    until: date


@click.command(context_settings=SETTINGS)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=1,
    show_default="1",
    metavar="TAL",
    help="Samma tal ger samma kommun.",
)
@click.option(
    "--persons",
    type=click.IntRange(20, 20_000),
    default=1200,
    show_default="1200",
    metavar="ANTAL",
    help="Hur många personer kommunen har i och runt målgruppen.",
)
@click.option("--until", type=DAY, help="Sista dagen; annars den senaste söndagen som har varit.")
@click.option("--reset", is_flag=True, help="Gör om demonstrationen från början.")
@click.option("--serve/--no-serve", default=True, help="Visa den i webbläsaren när den är gjord.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default="8000",
    metavar="PORT",
    help="Porten på den här datorn.",
)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")  # fmt: skip
def demo(
    seed: int, persons: int, until: date | None, reset: bool, serve: bool, port: int, as_json: bool
) -> int:
    """Gör en påhittad kommun av Norrtäljes storlek och visa den på http://127.0.0.1:8000.

    Två år av planer, närvaro och regler för personer som inte finns, med personnummer ur Skatteverkets
    serie för provning. Den andra gången används samma databas. Ingenting lämnar datorn.
    """
    output = Output(json=as_json)
    if serve:
        _refuse_taken(port)
    demo_store.choose()
    start()
    demo_store.refuse_others(reset=reset)
    wanted = Wanted(seed, persons, until or today() - timedelta(days=1))
    made = None if _ready(reset=reset) else _make(wanted, output)
    if made is None:
        _tell_known(wanted, output, asked=_given("seed", "persons", "until"))
    _show(output, made, address=f"http://{HOST}:{port}/" if serve else "")
    if serve:
        _serve(port, output)
    return Exit.OK


def _given(*names: str) -> bool:
    context = click.get_current_context()
    return any(context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE for name in names)


def _ready(*, reset: bool) -> bool:
    """Whether there is a demonstration to show as it is, with tables of today."""
    from byggsten.actions import demo as store  # noqa: PLC0415 - Django must be started first

    if reset or not demo_store.prepared():
        return False
    demo_store.migrate()
    return store.loaded() is not None


def _make(wanted: Wanted, output: Output) -> Loaded:
    """Make the municipality; interrupted, nothing of it is kept."""
    from byggsten.actions import demo as store  # noqa: PLC0415
    from byggsten.simulate.municipality import make_municipality  # noqa: PLC0415

    begun, shown = time.monotonic(), Progresses()
    output.tell(f"Gör en påhittad kommun med {wanted.persons} personer. Det tar ungefär en halv minut.")
    try:
        with demo_store.anew():
            demo_store.migrate()
            municipality = make_municipality(wanted.seed, wanted.persons, wanted.until)
            made = store.load(municipality, password=PASSWORD, at=now(), told=shown.at)
    except KeyboardInterrupt:
        raise Stop(Exit.INTERRUPTED, INTERRUPTED) from None
    finally:
        shown.end()
    seconds = time.monotonic() - begun
    output.tell(
        f"Klar på {seconds:.0f} sekunder: {_grouped(made.people)} personer, {_grouped(made.sessions)} tillfällen, "
        f"{_grouped(made.accounts)} närvarouppgifter, {_grouped(made.weeks)} bedömda veckor till och med "
        f"{made.until}. Som mest användes {peak_megabytes()} MB minne."
    )
    return made


class Progresses:
    """One line of progress for each kind of work, the next when the former is done."""

    def __init__(self) -> None:
        self._line: Progress | None = None

    def at(self, what: str, done: int, total: int) -> None:
        """Tell that so many are done."""
        if self._line is None or self._line.what != what:
            self.end()
            self._line = Progress(what, total)
        self._line.at(done)

    def end(self) -> None:
        """Leave the line."""
        if self._line is not None:
            self._line.end()
            self._line = None


def _tell_known(wanted: Wanted, output: Output, *, asked: bool) -> None:
    """What the demonstration that was made before holds, and how to make another."""
    from byggsten.actions import demo as store  # noqa: PLC0415

    until = store.loaded()
    output.tell(f"Visar demonstrationen som redan finns i {demo_store.where()}, till och med {until}.")
    if asked:
        output.tell("Den görs inte om. Lägg till --reset om du vill ha en ny med det du angav.")
    elif until and (wanted.until - until).days >= STALE_DAYS:
        output.tell(
            f"Den slutar {until} och har blivit gammal. «byggsten demo --reset» gör en ny till i dag."
        )


def _show(output: Output, made: Loaded | None, *, address: str) -> None:
    logins = "\n".join(f"  {name:<6} {role}" for name, role in LOGINS)
    text = f"Logga in som\n{logins}\nmed lösenordet {PASSWORD}."
    if address:
        text += f"\n\nÖppna {address} i webbläsaren. Avsluta med Ctrl-C."
    else:
        text += f"\n\nDatabasen är {demo_store.where()}. «byggsten demo» visar den i webbläsaren."
    rows = {} if made is None else {
        "until": made.until, "people": made.people, "sessions": made.sessions, "accounts": made.accounts,
        "weeks": made.weeks, "peak_megabytes": peak_megabytes(),
    }  # fmt: skip
    output.show(text, {
        "database": demo_store.where(), "address": address, "made": rows or None, "password": PASSWORD,
        "logins": [{"username": name, "role": role} for name, role in LOGINS],
    })  # fmt: skip


def _refuse_taken(port: int) -> None:
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


def _serve(port: int, output: Output) -> None:
    import waitress  # noqa: PLC0415 - only the one who serves waits for it
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    sys.stdout.flush()
    try:
        waitress.serve(get_wsgi_application(), host=HOST, port=port, threads=4, ident=None, _quiet=True)
    except OSError:
        raise Stop(Exit.STORE, Text(PORT_TAKEN, {"port": port, "next": port + 1})) from None
    output.tell("Demonstrationen är avslutad. Nästa gång visas samma igen.")


def peak_megabytes() -> int:
    """The most memory this process has held, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (2**20 if sys.platform == "darwin" else 1024)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")
