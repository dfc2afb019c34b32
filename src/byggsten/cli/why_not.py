"""``byggsten rules why-not``: row by row, what stands in the way of an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from byggsten.cli.clock import today
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.kinds import DAY, FILE, MOMENT
from byggsten.cli.output import Output, wrapped
from byggsten.cli.rulebooks import rules_of, rules_option, words
from byggsten.cli.swedish import SwedishCommand

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from byggsten.domain.rules import Step, Unmet


@click.command("why-not", cls=SwedishCommand)
@click.argument("person", metavar="PERSON")
@click.argument("rule", metavar="REGEL")
@click.argument("outcome", metavar="UTFALL")
@click.option("--as-of", type=DAY, help="Sett från den dagen. Annars i dag.")
@click.option("--known-at", type=MOMENT, help="Med det som var känt då. Annars allt som är känt.")
@click.option("--case", "case_file", type=FILE, help="Ärendefil att läsa, utan databas.")
@rules_option
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")
def why_not(  # noqa: PLR0917 - one argument for each option
    person: str,
    rule: str,
    outcome: str,
    as_of: date | None,
    known_at: datetime | None,
    case_file: Path | None,
    overlays: str,
    as_json: bool,
) -> int:
    """Säg varför en regel inte gav ett visst utfall: rad för rad, vad som står i vägen."""
    from byggsten.cli.explain import judgement_of, rule_or_stop  # noqa: PLC0415
    from byggsten.cli.judgement import Asked, about  # noqa: PLC0415
    from byggsten.domain.rules import RulebookError  # noqa: PLC0415

    asked = Asked(as_of or today(), known_at, rules_of(overlays, known_at), words(overlays))
    rule_or_stop(rule, asked)
    assessment = about(judgement_of(person, rule, asked, case_file), rule)
    try:
        unmet = asked.rules.duty.why_not(assessment.day, assessment.facts.values, rule, outcome)
    except RulebookError as error:
        raise Stop(Exit.NOT_FOUND, str(error)) from error
    step = assessment.explain(rule)[rule]
    value = {"rule": rule, "outcome": step.outcome, "asked": outcome, "rows": [_value(one) for one in unmet]}
    Output(json=as_json).show(_why_not_text(step, outcome, unmet), value)
    return Exit.OK


def _value(one: Unmet) -> dict[str, object]:
    return {
        "row": one.row,
        "text": one.text.sv,
        "in_the_way": [part.text() for part in one.parts],
        "decided_by": one.decided_by,
    }


def _why_not_text(step: Step, outcome: str, unmet: tuple[Unmet, ...]) -> str:
    labels = {one.name: one.label.sv for one in step.definition.outcomes}
    lines = [f"{step.definition.label.sv}: {step.outcome_text()}", wrapped(step.text_sv), ""]
    lines.append(f"Varför inte «{labels.get(outcome, outcome)}»?")
    for one in unmet:
        if one.decided_by == "" and not one.parts:
            lines.append(wrapped(f"Raden {one.row} avgjorde; det är utfallet.", "  "))
        elif not one.parts:
            lines.append(
                wrapped(f"Raden {one.row} stämmer, men raden {one.decided_by} kom före.", "  ", "    ")
            )
        else:
            lines.append(wrapped(f"Raden {one.row} hade gett det, men:", "  ", "    "))
            lines += [
                wrapped(("inte: " if part.known else "okänt: ") + part.text(), "    – ", "      ")
                for part in one.parts
            ]
    if not unmet:
        lines.append("  Ingen rad ger det utfallet den dagen.")
    return "\n".join(lines)
