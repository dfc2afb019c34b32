"""Writes the pages of docs/reference that are made from the code.

python scripts/reference.py          writes them
python scripts/reference.py check    says which differ from the code; exit code 1 if any does
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import django
from click.testing import CliRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "Made by `make docs` from `{source}`; change it there.\n"


def commands() -> str:
    """Every command with its own help, as it is printed."""
    from byggsten.cli.main import cli

    lines = ["# Commands", "", MADE.format(source="src/byggsten/cli")]
    for path, command in _all(cli, "byggsten"):
        context = click.Context(command, info_name=path, max_content_width=100, terminal_width=100)
        lines += [f"## {path}", "", "```text", command.get_help(context), "```", ""]
    return "\n".join(lines)


def _all(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None and not found.hidden:
                yield from _all(found, f"{path} {name}")


def roles() -> str:
    """Every role: its title, what it sees, and its permissions."""
    from byggsten.access.roles import ROLES

    lines = ["# Roles", "", MADE.format(source="src/byggsten/access/roles.py")]
    for role in ROLES.values():
        permissions = ", ".join(f"`{may}`" for may in sorted(role.may))
        lines += [f"## {role.title}", "", role.about, "", f"May: {permissions}.", ""]
    return "\n".join(lines)


def _printed(*arguments: str) -> str:
    """What a command prints, for pages that a command can write by itself."""
    from byggsten.cli.main import cli

    return CliRunner().invoke(cli, arguments, catch_exceptions=False).stdout


def rulebook() -> str:
    """Every table, row, number and source, with the municipality's own values."""
    return _printed("rules", "book", "--rules", "norrtalje")


def case_schema() -> str:
    """The published form of a case file."""
    return _printed("schema", "case")


def import_formats() -> str:
    """What the imports read, column by column."""
    return _printed("schema", "imports")


PAGES: dict[str, Callable[[], str]] = {
    "case-file.schema.json": case_schema,
    "commands.md": commands,
    "import-formats.md": import_formats,
    "roles.md": roles,
    "rulebook.md": rulebook,
}


def main(*, check: bool) -> int:
    """Write every page, or say which are stale; return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "byggsten.config.settings")
    django.setup()
    stale = []
    for name, page in PAGES.items():
        place, text = REFERENCE / name, page().rstrip() + "\n"
        if check and (not place.exists() or place.read_text() != text):
            stale.append(name)
        if not check:
            place.write_text(text)
    if stale:
        print(f"Inte längre som koden: {', '.join(stale)}. Kör make docs.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(check="check" in sys.argv[1:]))
