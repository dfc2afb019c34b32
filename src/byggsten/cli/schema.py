"""``byggsten schema``: print the JSON schemas that others can write and check their files by."""

from __future__ import annotations

import click

from byggsten.cli.output import as_json
from byggsten.cli.swedish import SwedishGroup


@click.group(cls=SwedishGroup)
def schema() -> None:
    """Visa JSON-scheman för filer som Byggsten läser."""


@schema.command()
@click.option(
    "--json", "as_json_", is_flag=True, help="Schemat är alltid JSON; valet finns på alla kommandon."
)
def case(as_json_: bool) -> None:  # noqa: ARG001 - the same option everywhere
    """Visa schemat för ärendefilen: personer, tillstånd, hushåll, planer, tillfällen och närvaro.

    Samma schema ligger i docs/reference/case-file.schema.json.
    """
    from byggsten.gateways.case_file.wire import schema as case_schema  # noqa: PLC0415

    click.echo(as_json(case_schema()))


@schema.command()
@click.option("--json", "as_json_", is_flag=True, help="Skriv JSON-schemat för varje sorts rad.")
def imports(as_json_: bool) -> None:
    """Visa importformaten: kolumner, avsnitt och vad som händer med det som är fel.

    Samma sida ligger i docs/reference/import-formats.md.
    """
    from byggsten.cli.import_formats import as_markdown, as_value  # noqa: PLC0415

    click.echo(as_json(as_value()) if as_json_ else as_markdown(), nl=as_json_)
