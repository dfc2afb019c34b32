"""``byggsten import``: take in people, plans or attendance from a file, all in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from byggsten.cli.exits import Exit
from byggsten.cli.kinds import FILE, OneOf
from byggsten.cli.output import Output
from byggsten.cli.swedish import SwedishGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMATS = ("auto", "csv", "json")


@click.group("import", cls=SwedishGroup)
def import_() -> None:
    """Ta in personer, planer eller närvaro ur en fil.

    Allt ur en fil tas in på en gång eller inte alls. En rad som är fel lämnas utanför med sitt skäl;
    en fil som är trasig tas inte emot. Samma fil en gång till ändrar ingenting.
    Formaten står i docs/reference/import-formats.md.
    """


def options(formats: tuple[str, ...]) -> Callable[[Any], Any]:
    """What every import asks for."""

    def decorated(command: Any) -> Any:
        for option in reversed((
            click.argument("file", type=FILE, metavar="FIL"),
            click.option("--format", "format_", type=OneOf(formats), default="auto", show_default="auto",
                         help="Filens format; auto ser på filen."),
            click.option("--source", default="", metavar="NAMN",
                         help="Vem uppgifterna kommer från, samma namn varje gång; annars filens namn."),
            click.option("--dry-run", is_flag=True, help="Gör allt utom att spara; visa vad som skulle ske."),
            click.option("--progress/--no-progress", "progress", default=None,
                         help="Visa hur långt arbetet har kommit; annars bara i en terminal."),
            click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut."),
        )):  # fmt: skip
            command = option(command)
        return command

    return decorated


@import_.command()
@options(FORMATS)
@click.option(
    "--unit",
    default="Integrationsenheten",
    show_default="Integrationsenheten",
    metavar="NAMN",
    help="Enheten som har ärendena, där filen inte säger det.",
)
def persons(file: Path, unit: str, **given: Any) -> int:
    """Ta in personer med tillstånd, hushåll och andra uppgifter.

    CSV, eller JSON som i en ärendefil.
    """
    return _run("persons", file, unit=unit, **given)


@import_.command()
@options(FORMATS)
def plans(file: Path, **given: Any) -> int:
    """Ta in planer, med aktiviteter, grupper och tillfällen.

    CSV med en rad för varje plats i en grupp, eller JSON som i en ärendefil.
    """
    return _run("plans", file, **given)


@import_.command()
@options(FORMATS)
@click.option(
    "--unit",
    default="Integrationsenheten",
    show_default="Integrationsenheten",
    metavar="NAMN",
    help="Enheten som ska ta emot, där filen inte säger det.",
)
def notices(file: Path, unit: str, **given: Any) -> int:
    """Ta in aviseringar från partner om personer som har kommit.

    CSV eller JSON.  En avisering registrerar ingen; den väntar på en handläggare.
    """
    return _run("notices", file, unit=unit, **given)


@import_.command()
@options(("auto", "json"))
def catalogue(file: Path, **given: Any) -> int:
    """Ta in aktiviteter ur en katalog enligt Open Referral HSDS 3 (JSON).

    Det som inte säger vilken byggsten det stärker, vad det kan försvaga och vad tiden annars hade gett blir
    utkast.  En publicerad aktivitet töms eller stängs aldrig av en fil.
    """
    return _run("catalogue", file, **given)


@import_.command()
@options(("auto", "csv"))
def courses(file: Path, **given: Any) -> int:
    """Ta in vuxenutbildningens kurstillfällen ur kurskatalogen (CSV).

    Varje kurs blir ett utkast och varje tillfälle en grupp.
    """
    return _run("courses", file, **given)


@import_.command()
@options((*FORMATS, "ss12000"))
@click.option("--no-recount", is_flag=True, help="Räkna inte om de veckor som uppgifterna rör.")
def attendance(file: Path, **given: Any) -> int:
    """Ta in närvaro och frånvaro, från lärare, arbetsplatser eller ett skolsystem.

    CSV, JSON, eller SS 12000:s närvaromeddelande. En uppgift om någon som inte är registrerad väntar tills
    personen finns.
    """
    return _run("attendance", file, **given)


def _run(kind: str, file: Path, **given: Any) -> int:
    from byggsten.cli.database import database  # noqa: PLC0415 - help and mistakes need no database

    with database():
        from byggsten.cli.taking_in import Order, carry_out  # noqa: PLC0415 - once Django is started

        outcome = carry_out(Order(kind=kind, file=file, **given))
    Output(json=given["as_json"]).show(outcome.text(), outcome.value())
    return Exit.PARTLY if outcome.partly else Exit.OK
