"""``byggsten assess``: judge persons and weeks as of a day, from a case file or the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from byggsten.cli.clock import now, today
from byggsten.cli.exits import Exit
from byggsten.cli.kinds import DAY, FILE, MOMENT, WEEKS
from byggsten.cli.output import Output
from byggsten.cli.rulebooks import fault, rules_of, rules_option, words
from byggsten.cli.swedish import SwedishCommand
from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from byggsten.cli.judgement import Asked, Judgement
    from byggsten.domain.dates import Week

WHOM = N_("Säg vem som ska bedömas: --person BETECKNING, --all, eller --case FIL.")
NOT_FROM_FILE = N_("--store sparar i databasen och går inte ihop med --case.")
AT_A_TIME = 200


@click.command(cls=SwedishCommand)
@click.option("--as-of", type=DAY, help="Sett från den dagen. Annars i dag.")
@click.option(
    "--known-at", type=MOMENT, help="Med det som var känt då, även av reglerna. Annars allt som är känt."
)
@click.option(
    "--person", "persons", multiple=True, metavar="BETECKNING", help="Den personen; kan anges flera gånger."
)
@click.option("--all", "everyone", is_flag=True, help="Alla personer, en rad var.")
@click.option("--weeks", type=WEEKS, help="Vecka eller veckor, som 2026-W40..2026-W48. Annars dagens vecka.")
@click.option("--case", "case_file", type=FILE, help="Ärendefil att bedöma, utan databas.")
@click.option("--store", is_flag=True, help="Spara veckornas bok i databasen, för listor och siffror.")
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut, med kvitto.")
def assess(  # noqa: PLR0913, PLR0917 - one argument for each option
    as_of: date | None,
    known_at: datetime | None,
    persons: tuple[str, ...],
    everyone: bool,
    weeks: tuple[Week, ...] | None,
    case_file: Path | None,
    store: bool,
    overlays: str,
    as_json: bool,
) -> int:
    """Bedöm personer och veckor, sett från en dag.

    Svaret säger vad som krävdes, erbjöds och hände, vem som äger varje timme, vad som är okänt och när det
    ändras nästa gång. Maskinen räknar och förklarar; en människa beslutar.
    """
    from byggsten.cli.judgement import Asked  # noqa: PLC0415 - help and mistakes need no rules
    from byggsten.domain.dates import Week  # noqa: PLC0415

    if not (persons or everyone or case_file):
        raise click.UsageError(WHOM)
    if store and case_file:
        raise click.UsageError(NOT_FROM_FILE)
    rules = rules_of(overlays, known_at)
    asked = Asked(as_of or today(), known_at, rules, words(overlays))
    chosen = weeks or (Week.of(asked.as_of),)
    judged = _judged(asked, chosen, persons, case_file, store=store)
    _show(judged, Output(json=as_json), short=everyone)
    return Exit.OK


def _judged(
    asked: Asked, weeks: tuple[Week, ...], persons: tuple[str, ...], case_file: Path | None, *, store: bool
) -> Iterator[Judgement]:
    from byggsten.cli.cases import cases_in_file, picked  # noqa: PLC0415
    from byggsten.cli.judgement import judge  # noqa: PLC0415
    from byggsten.domain.rules import RulebookError  # noqa: PLC0415

    try:
        if case_file is not None:
            cases = picked(cases_in_file(case_file, asked.rules, asked.known_at), persons, "i filen")
            yield from (judge(case, weeks, asked) for case in cases.values())
        else:
            yield from _from_database(asked, weeks, persons, store=store)
    except RulebookError as error:
        raise fault(error) from error


def _from_database(
    asked: Asked, weeks: tuple[Week, ...], persons: tuple[str, ...], *, store: bool
) -> Iterator[Judgement]:
    from byggsten.cli.database import database, operator  # noqa: PLC0415

    with database():
        from byggsten.cli.cases import cases_in_database, known_among  # noqa: PLC0415
        from byggsten.cli.judgement import judge  # noqa: PLC0415
        from byggsten.cli.progress import Progress  # noqa: PLC0415

        chosen = known_among(persons)
        if store:
            from byggsten.actions.duty import assess as store_weeks  # noqa: PLC0415

            store_weeks(chosen, weeks, on=asked.as_of, by=operator(), at=now(), rules=asked.rules)
        progress = Progress("Bedömer personer", total=len(chosen))
        for start in range(0, len(chosen), AT_A_TIME):
            some = chosen[start : start + AT_A_TIME]
            cases = cases_in_database(some, weeks, asked.as_of, asked.known_at, command="assess")
            for case in progress.over(cases.values()):
                yield judge(case, weeks, asked)


def _show(judged: Iterable[Judgement], output: Output, *, short: bool) -> None:
    from byggsten.cli.judgement_text import line_of, text_of  # noqa: PLC0415
    from byggsten.cli.judgement_value import value_of  # noqa: PLC0415

    if output.json:
        output.show("", [value_of(judgement) for judgement in judged])
        return
    tell = line_of if short else text_of
    for n, judgement in enumerate(judged):
        click.echo(("\n\n" if n and not short else "") + tell(judgement))
