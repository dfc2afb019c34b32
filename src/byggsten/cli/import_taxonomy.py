"""``byggsten import-taxonomy``: load the labour market's words from a file, a folder or an address."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from byggsten.cli.clock import now
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.kinds import FILE
from byggsten.cli.output import Output, wrapped
from byggsten.cli.swedish import SwedishCommand
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from byggsten.gateways.taking_in import Tally
    from byggsten.gateways.taxonomy.receive import TaxonomyFiles

NO_FILES = N_("I mappen %(path)s finns inga JSON-filer. Ange mappen med JobTechs filer.")


@click.command("import-taxonomy", cls=SwedishCommand)
@click.argument("where", metavar="FIL|MAPP|ADRESS")
@click.option("--allow-fewer", is_flag=True, help="Godta att många begrepp har försvunnit ur källan.")
@click.option("--dry-run", is_flag=True, help="Gör allt utom att spara; visa vad som skulle ske.")
@click.option(
    "--progress/--no-progress", "progress", default=None,
    help="Visa hur långt arbetet har kommit; annars bara i en terminal.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")
def import_taxonomy(
    where: str, allow_fewer: bool, dry_run: bool, progress: bool | None, as_json: bool
) -> int:
    """Hämta yrken, kompetenser, språk, länder, SSYK och SUN ur JobTech Taxonomy.

    Ange en fil, en mapp med filer, eller en adress som börjar med https://. Samma fil en gång till ändrar
    ingenting. Ett begrepp som har försvunnit ur källan finns kvar, märkt som inaktuellt.
    """
    from byggsten.cli.database import database, operator  # noqa: PLC0415 - help and mistakes need no database

    files = _files(where)
    with database():
        from byggsten.cli.progress import Progress  # noqa: PLC0415 - once Django is started
        from byggsten.gateways.taking_in import FileNote, Tally  # noqa: PLC0415
        from byggsten.gateways.taxonomy.receive import TaxonomyFiles  # noqa: PLC0415

        shown = Progress("Sparar begrepp", shown=progress)
        tally, taxonomy = Tally(shown.at), TaxonomyFiles()
        note = FileNote(_source(where), "taxonomy", _fingerprint(files), operator(), now())
        try:
            taxonomy.take_in(files, note, tally, dry_run=dry_run, allow_fewer=allow_fewer)
        finally:
            shown.end()
    value = _value(where, tally, taxonomy, dry_run=dry_run)
    Output(json=as_json).show(_text(value, tally), value)
    return Exit.OK


def _files(where: str) -> list[tuple[str, bytes]]:
    from byggsten.gateways.taxonomy.fetch import fetch, is_address  # noqa: PLC0415 - help needs no network

    if is_address(where):
        return [(_source(where), fetch(where))]
    if not Path(where).is_dir():
        path = FILE.convert(where, None, None)
        return [(path.name, path.read_bytes())]
    found = sorted(Path(where).glob("*.json"))
    if not found:
        raise Stop(Exit.NOT_FOUND, Text(NO_FILES, {"path": where}))
    return [(path.name, path.read_bytes()) for path in found]


def _source(where: str) -> str:
    """What the source is called: never its query, which may be long, nor a machine's folders."""
    return where.rstrip("/").rpartition("/")[2].partition("?")[0][:200] or "taxonomy"


def _fingerprint(files: list[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _value(where: str, tally: Tally, taxonomy: TaxonomyFiles, *, dry_run: bool) -> dict[str, Any]:
    return {
        "source": where,
        "dry_run": dry_run,
        "read": tally.read,
        "created": tally.counts.created,
        "changed": tally.counts.changed,
        "unchanged": tally.counts.unchanged,
        "gone": taxonomy.gone,
        "nothing_new": not (tally.counts.written or taxonomy.gone),
        "kinds": dict(sorted(taxonomy.kinds.items())),
        "notices": [str(notice) for notice in tally.notices],
    }


def _text(value: dict[str, Any], tally: Tally) -> str:
    rows = (
        ("Lästa begrepp", "read"), ("Nya", "created"), ("Ändrade", "changed"), ("Fanns redan", "unchanged"),
        ("Har försvunnit ur källan", "gone"),
    )  # fmt: skip
    lines = [wrapped(f"Begrepp ur {value['source']}")]
    lines += [f"  {name:<34}{value[key]:>9,}".replace(",", " ") for name, key in rows]
    lines += [f"    {kind:<32}{count:>9,}".replace(",", " ") for kind, count in value["kinds"].items()]
    lines += ["", *(wrapped(str(notice)) for notice in tally.notices)]
    if value["dry_run"]:
        return "\n".join([*lines, "Provkörning: ingenting sparades."])
    return "\n".join([*lines, "Inget nytt: allt fanns redan." if value["nothing_new"] else "Sparat."])
