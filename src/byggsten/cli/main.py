"""The entry point ``byggsten``: finds the command, runs it, and ends with a code that says how it went."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, NoReturn

import click

from byggsten.cli import interrupts
from byggsten.cli.exits import MEANING, Exit, Stop
from byggsten.cli.output import Output
from byggsten.cli.swedish import SETTINGS, SwedishGroup, usage_text
from byggsten.domain.texts import Refusal

# Each command's module is read only when it is asked for, so that none waits for what another needs.
COMMANDS = {
    "assess": "byggsten.cli.assess:assess",
    "demo": "byggsten.cli.demo:demo",
    "explain": "byggsten.cli.explain:explain",
    "export": "byggsten.cli.export:export",
    "import": "byggsten.cli.imports:import_",
    "import-taxonomy": "byggsten.cli.import_taxonomy:import_taxonomy",
    "rules": "byggsten.cli.rules:rules",
    "schema": "byggsten.cli.schema:schema",
    "staff": "byggsten.cli.staff:staff",
}
INTERRUPTED = "Du avbröt. Ingenting sparades."


class LazyGroup(SwedishGroup):
    """The group of all commands, each imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(
    cls=LazyGroup,
    context_settings=SETTINGS,
    epilog="\b\nAvslutningskoder:\n"
    + "\n".join(f"  {code.value:<4} {text}" for code, text in MEANING.items()),
)
@click.version_option(package_name="byggsten", message="byggsten %(version)s", help="Visa versionen.")
def cli() -> None:
    """Byggsten följer integrationsplikten: vad som krävdes, erbjöds och hände, och vem som äger varje timme.

    «byggsten demo» visar allt med en påhittad kommun.
    """


def main() -> NoReturn:
    """Run one command and leave with its exit code."""
    interrupts.hear()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; every foreseen end becomes a sentence and a code, the rest is a fault."""
    output = Output(json="--json" in arguments)
    code, text, details = _attempt(arguments)
    if text:
        output.stop(code, text, details)
    return code


def _attempt(arguments: list[str]) -> tuple[int, str, dict[str, object]]:
    code, text, details = 0, "", {}
    try:
        code = int(cli.main(arguments, prog_name="byggsten", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as help_:
        click.echo(help_.format_message())
    except click.UsageError as error:
        code, text = Exit.USAGE, str(usage_text(error))
    except Stop as stop:
        code, text, details = stop.code, str(stop.text), stop.details
    except Refusal as refusal:
        code, text = Exit.REFUSED, str(refusal)
    except click.Abort:
        code, text = Exit.INTERRUPTED, INTERRUPTED
    except BrokenPipeError:
        # The reader has left (`| head`); what Python still holds for it must not become a fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code, text, details


def json_option(command: Any) -> Any:
    """The option that every command has."""
    return click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON på standard ut.")(
        command
    )
