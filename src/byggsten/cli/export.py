"""``byggsten export``: write what others may read; nothing of it is about people."""

from __future__ import annotations

from pathlib import Path

import click

from byggsten.cli.exits import Exit, Stop
from byggsten.cli.main import json_option
from byggsten.cli.output import Output
from byggsten.cli.swedish import SwedishGroup
from byggsten.domain.texts import N_, Text


@click.group(cls=SwedishGroup)
def export() -> None:
    """Skriv ut det som andra får läsa. Inga personuppgifter är med."""


@export.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL")
@click.option("--drafts", is_flag=True, help="Ta med utkast också.")
@json_option
def catalogue(file: Path, drafts: bool, as_json: bool) -> None:
    """Skriv katalogen till FIL som Open Referral HSDS 3 (JSON)."""
    from byggsten.cli.database import database  # noqa: PLC0415 - help and mistakes need no database

    with database():
        from byggsten.gateways.catalogue_hsds.write import as_json as written  # noqa: PLC0415
        from byggsten.queries.catalogue_entries import all_places  # noqa: PLC0415
        from byggsten.queries.catalogue_export import whole_catalogue  # noqa: PLC0415

        entries = whole_catalogue(drafts=drafts)
        text = written(entries, all_places())
    try:
        file.write_bytes(text)
    except OSError as error:
        sentence = N_("Filen %(path)s går inte att skriva (%(why)s). Välj en annan mapp.")
        raise Stop(Exit.NOT_FOUND, Text(sentence, {"path": str(file), "why": error.strerror})) from None
    told = {"file": str(file), "activities": len(entries)}
    Output(json=as_json).show(f"{len(entries)} aktiviteter är skrivna till {file}.", told)
