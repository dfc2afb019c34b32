"""``byggsten explain``: why a rule or a week came out as it did, down to facts, numbers and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from byggsten.cli.clock import today
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.kinds import DAY, FILE, MOMENT, OneOf
from byggsten.cli.output import Output
from byggsten.cli.rulebooks import fault, rules_of, rules_option, words
from byggsten.cli.swedish import SwedishCommand, nearest
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from byggsten.cli.judgement import Asked, Judgement
    from byggsten.domain.dates import Week

NEITHER = N_("«%(what)s» är varken en regel eller en vecka (som 2026-W47).%(hint)s")


@click.command(cls=SwedishCommand)
@click.argument("person", metavar="PERSON")
@click.argument("what", metavar="VECKA|REGEL")
@click.option("--as-of", type=DAY, help="Sett från den dagen. Annars i dag.")
@click.option(
    "--known-at", type=MOMENT, help="Med det som var känt då, även av reglerna. Annars allt som är känt."
)
@click.option("--case", "case_file", type=FILE, help="Ärendefil att läsa, utan databas.")
@click.option(
    "--language", type=OneOf(("sv", "en")), default="sv", show_default="sv", help="Språk: sv eller en."
)
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut, med kvitto.")
def explain(  # noqa: PLR0917 - one argument for each option
    person: str,
    what: str,
    as_of: date | None,
    known_at: datetime | None,
    case_file: Path | None,
    language: str,
    overlays: str,
    as_json: bool,
) -> int:
    """Förklara en vecka eller en regel för en person.

    Raden som avgjorde, uppgifterna den vilar på och varifrån de kom, talen med källa och dag, vad som saknas,
    och när svaret ändras nästa gång. En vecka förklaras timme för timme.
    """
    from byggsten.cli.judgement import Asked  # noqa: PLC0415 - help and mistakes need no rules

    rules = rules_of(overlays, known_at)
    asked = Asked(as_of or today(), known_at, rules, words(overlays))
    about = _week_or_rule(what, asked)
    _show(judgement_of(person, about, asked, case_file), about, language, Output(json=as_json))
    return Exit.OK


def _week_or_rule(what: str, asked: Asked) -> Week | str:
    """The week or the rule that is asked about.  Raises Stop when it is neither."""
    from byggsten.domain.dates import Week  # noqa: PLC0415

    if what in asked.rules.duty.rules:
        return what
    try:
        return Week.parse(what)
    except Refusal as refusal:
        if what[:1].isdigit():
            raise Stop(Exit.NOT_FOUND, refusal.text) from None
    rule_or_stop(what, asked)
    return what


def rule_or_stop(what: str, asked: Asked) -> None:
    """Raise Stop, with the nearest rule, when there is no such rule."""
    rules = asked.rules.duty.rules
    if what not in rules:
        near = nearest(what, rules)
        hint = f" Menade du {near}?" if near else " «byggsten rules list» visar reglerna."
        raise Stop(Exit.NOT_FOUND, Text(NEITHER, {"what": what, "hint": hint}))


def judgement_of(person: str, about: Week | str, asked: Asked, case_file: Path | None) -> Judgement:
    """The person judged, from the case file or the database.

    For a rule: in the week of the day if the rule is about a week, otherwise on the day only.
    """
    from byggsten.cli.cases import cases_in_database, cases_in_file, known_among, picked  # noqa: PLC0415
    from byggsten.cli.database import database  # noqa: PLC0415
    from byggsten.cli.judgement import judge, weeks_for  # noqa: PLC0415
    from byggsten.domain.rules import RulebookError  # noqa: PLC0415

    weeks = weeks_for(about, asked)
    try:
        if case_file is not None:
            cases = picked(cases_in_file(case_file, asked.rules, asked.known_at), (person,), "i filen")
            return judge(cases[person], weeks, asked)
        with database():
            cases = cases_in_database(
                known_among((person,)), weeks, asked.as_of, asked.known_at, command="explain"
            )
            return judge(cases[person], weeks, asked)
    except RulebookError as error:
        raise fault(error) from error


def _show(judgement: Judgement, about: Week | str, language: str, output: Output) -> None:
    from byggsten.cli.explanation import rule_text, rule_value  # noqa: PLC0415
    from byggsten.cli.week_explanation import week_text, week_value  # noqa: PLC0415

    if isinstance(about, str):
        value = rule_value(judgement, about) if output.json else {}
        output.show("" if output.json else rule_text(judgement, about, language), value)
    else:
        value = week_value(judgement) if output.json else {}
        output.show("" if output.json else week_text(judgement, language), value)
