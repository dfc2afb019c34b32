"""``byggsten rules``: check and list the rules, print the book, say why an outcome did not come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from byggsten.cli.exits import Exit, Stop
from byggsten.cli.kinds import OneOf
from byggsten.cli.output import Output, wrapped
from byggsten.cli.rulebooks import rules_of, rules_option, words
from byggsten.cli.swedish import SwedishGroup
from byggsten.cli.why_not import why_not
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from byggsten.domain.duty import Rules
    from byggsten.domain.rules import Rulebook

BOOKS = ("plikt", "narvaro")


@click.group(cls=SwedishGroup)
def rules() -> None:
    """Kontrollera, lista och läs reglerna."""


def books_of(rules_: Rules, book: str) -> tuple[Rulebook, ...]:
    """The books asked for."""
    found = {"plikt": rules_.duty, "narvaro": rules_.attendance}
    return tuple(found.values()) if book == "alla" else (found[book],)


book_option = click.option(
    "--book", type=OneOf((*BOOKS, "alla")), default="alla", show_default="alla", help="Vilken bok."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")


@rules.command()
@rules_option
@json_option
def check(overlays: str, as_json: bool) -> int:
    """Läs alla regler och säg vad som är fel eller värt att se över.

    Ett fel avslutar med kod 6 och säger fil, plats och botemedel. Anmärkningar är inga fel.
    """
    found = rules_of(overlays)
    counted = [
        {"book": book.name, "version": book.version, "rules": len(book.rules), "facts": len(book.facts),
         "parameters": len(book.parameters), "remarks": [str(remark) for remark in book.check()]}
        for book in (found.duty, found.attendance)
    ]  # fmt: skip
    lines = []
    for one in counted:
        held = f"{one['rules']} regler, {one['parameters']} tal, {one['facts']} uppgifter"
        lines.append(f"{one['book']} {one['version']}: {held}")
        lines += [wrapped(remark, "  – ", "    ") for remark in one["remarks"]]  # type: ignore[attr-defined]
    lines.append(f"frånvaroskäl: {len(found.reasons)}")
    lines.append("Inga fel.")
    Output(json=as_json).show(
        "\n".join(lines), {"books": counted, "reasons": len(found.reasons), "faults": 0}
    )
    return Exit.OK


@rules.command("list")
@book_option
@rules_option
@json_option
def list_(book: str, overlays: str, as_json: bool) -> int:
    """Lista reglerna med vad de är, vems de är och vilka utfall de har."""
    found = [
        {"book": one.name, "rule": rule.name, "label": rule.label.sv, "kind": rule.kind.label.sv,
         "party": rule.party.label.sv if rule.party else "", "source": rule.source,
         "outcomes": [outcome.name for outcome in rule.outcomes] or [f"tal: {rule.unit}"]}
        for one in books_of(rules_of(overlays), book)
        for rule in one.rules.values()
    ]  # fmt: skip
    lines = []
    for rule in found:
        whose = f", {str(rule['party']).lower()}" if rule["party"] else ""
        lines.append(f"{rule['rule']} – {rule['label']} ({str(rule['kind']).lower()}{whose})")
        lines.append(wrapped(", ".join(rule["outcomes"]), "    "))
    Output(json=as_json).show("\n".join(lines), found)
    return Exit.OK


@rules.command()
@book_option
@click.option(
    "--format", "format_", type=OneOf(("md", "html", "json")), default="md", show_default="md", help="Form."
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL", help="Skriv till en fil."
)
@rules_option
@json_option
def book(book: str, format_: str, output: Path | None, overlays: str, as_json: bool) -> int:
    """Skriv ut regelboken: varje tabell, rad, tal och källa, på svenska med engelska bredvid."""
    from byggsten.cli.book import as_html, as_markdown, as_value  # noqa: PLC0415 - only this command needs it

    chosen = books_of(rules_of(overlays), book)
    if as_json or format_ == "json":
        Output(json=True).show("", [as_value(one) for one in chosen])
        return Exit.OK
    text = as_markdown(chosen, words(overlays)) if format_ == "md" else as_html(chosen, words(overlays))
    if output is None:
        click.echo(text, nl=False)
        return Exit.OK
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        told = {"path": output, "why": error.strerror}
        raise Stop(Exit.NOT_FOUND, Text(N_("%(path)s går inte att skriva (%(why)s)."), told)) from None
    Output.tell(f"Skrev {output}.")
    return Exit.OK


rules.add_command(why_not)
