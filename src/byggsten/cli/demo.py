"""``byggsten demo``: make a believable municipality where everyone is made up, and show it in the browser."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from byggsten.cli import demo_store
from byggsten.cli.clock import today
from byggsten.cli.database import start
from byggsten.cli.demo_making import PASSWORD, Wanted, make, peak_megabytes
from byggsten.cli.demo_serving import HOST, refuse_taken, serve_at
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.kinds import DAY
from byggsten.cli.output import Output
from byggsten.cli.swedish import SETTINGS, SwedishCommand
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from byggsten.actions.demo import Loaded

LOGINS = (
    ("karin", "handläggare"),
    ("omar", "handläggare"),
    ("eva", "lärare"),
    ("maria", "chef"),
    ("lena", "samordnare"),
)
STALE_DAYS = 7
NOT_READABLE = N_("%(where)s går inte att använda (%(why)s). Kör «byggsten demo --reset» eller ta bort den.")


@click.command(cls=SwedishCommand, context_settings=SETTINGS)
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
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")
def demo(*, until: date | None, reset: bool, serve: bool, port: int, as_json: bool, **size: Any) -> int:
    """Gör en påhittad kommun av Norrtäljes storlek och visa den på http://127.0.0.1:8000.

    Två år av planer, närvaro och regler för personer som inte finns, med personnummer ur Skatteverkets
    serie för provning. Den andra gången används samma databas. Ingenting lämnar datorn.
    """
    output = Output(json=as_json)
    if serve:
        refuse_taken(port)
    demo_store.choose()
    start()
    wanted = Wanted(until=until or today() - timedelta(days=1), **size)
    _show(output, _prepare(wanted, output, reset=reset), address=f"http://{HOST}:{port}/" if serve else "")
    if serve:
        serve_at(port, output)
    return Exit.OK


def _prepare(wanted: Wanted, output: Output, *, reset: bool) -> Loaded | None:
    """Make the demonstration, or None when there is one already."""
    from django.db import DatabaseError  # noqa: PLC0415 - Django must be started first

    from byggsten.domain.rules import RulebookError  # noqa: PLC0415

    try:
        demo_store.refuse_others(reset=reset)
        if not _ready(reset=reset):
            return make(wanted, output)
        _tell_known(wanted, output, asked=_given("seed", "persons", "until"))
    except RulebookError as error:
        raise Stop(Exit.RULEBOOK, str(error)) from error
    except DatabaseError as error:
        why = (str(error).splitlines() or [type(error).__name__])[0]
        raise Stop(Exit.STORE, Text(NOT_READABLE, {"where": demo_store.where(), "why": why})) from error
    return None


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
