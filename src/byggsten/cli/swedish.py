"""Click's own words in Swedish: headings, help and what it says when a command is typed wrongly."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import MissingParameter, NoSuchCommand, NoSuchOption, UsageError

from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

USAGE, OPTIONS, COMMANDS = "Användning: ", "Val", "Kommandon"
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Swedish(click.Command):
    """What a command and a group of commands have in common."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), USAGE)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx)) is not None
        ]
        with formatter.section(OPTIONS):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option


class SwedishCommand(_Swedish):
    """A command whose help is in Swedish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[VAL]")
        super().__init__(*args, **kwargs)


class SwedishGroup(_Swedish, click.Group):
    """A group of commands whose help is in Swedish."""

    command_class = SwedishCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "KOMMANDO …")
        kwargs.setdefault("options_metavar", "[VAL]")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(COMMANDS):
            formatter.write_dl([(name, c.get_short_help_str(75)) for name, c in found if c and not c.hidden])


def nearest(word: str, among: Iterable[str]) -> str | None:
    """The likeliest word that was meant."""
    found = difflib.get_close_matches(word, sorted(among), n=1, cutoff=0.5)
    return found[0] if found else None


def usage_text(error: UsageError) -> Text:
    """What is wrong with the command as it was typed, and what to type instead."""
    help_ = f"{error.ctx.command_path} --help" if error.ctx else "byggsten --help"
    if isinstance(error, NoSuchCommand):
        names = error.ctx.command.list_commands(error.ctx) if _is_group(error.ctx) else ()  # type: ignore[union-attr]
        what, near = N_("Kommandot «%(word)s» finns inte."), nearest(error.command_name, names)
        return _with_hint(what, error.command_name, near, help_)
    if isinstance(error, NoSuchOption):
        options = [name for p in error.ctx.command.params for name in p.opts] if error.ctx else []
        near = nearest(error.option_name, [o for o in (*options, "--help") if o.startswith("-")])
        return _with_hint(N_("Valet %(word)s finns inte."), error.option_name, near, help_)
    if isinstance(error, MissingParameter) and error.param is not None:
        return _missing(error.param, help_)
    if isinstance(error, click.BadParameter):
        return Text(
            N_("%(what)s går inte att använda: %(why)s"),
            {"what": _name(error.param), "why": _in_swedish(error.message)},
        )
    return Text(N_("%(why)s Hjälp finns med «%(help)s»."), {"why": _in_swedish(error.message), "help": help_})


def _is_group(ctx: click.Context | None) -> bool:
    return ctx is not None and isinstance(ctx.command, click.Group)


def _with_hint(what: str, word: str, near: str | None, help_: str) -> Text:
    hint = N_(" Menade du %(near)s? Annars visar «%(help)s» vad som finns.")
    plain = N_(" Kör «%(help)s» så ser du vad som finns.")
    return Text(what + (hint if near else plain), {"word": word, "near": near, "help": help_})


def _missing(param: click.Parameter, help_: str) -> Text:
    what = param.human_readable_name if isinstance(param, click.Argument) else max(param.opts, key=len)
    kind = N_("Kommandot behöver %(what)s. Lägg till det på raden; «%(help)s» visar hur.")
    return Text(kind, {"what": what, "help": help_})


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "Värdet"
    return param.human_readable_name if isinstance(param, click.Argument) else max(param.opts, key=len)


_ENGLISH = (
    (r"Got unexpected extra arguments? \((.*)\)", r"Kommandot har inget ställe för «\1»."),
    (r"Missing command\.", "Det saknas ett kommando."),
    (r"Option '(.*)' requires an argument\.", r"Efter \1 ska det stå ett värde."),
    (r"Option '(.*)' does not take a value\.", r"Efter \1 ska det inte stå något värde."),
    (r"'(.*)' is not a valid integer\.", r"«\1» är inget heltal."),
    (r"(.*) is not in the range (.*)\.", r"\1 ligger utanför \2."),
)


def _in_swedish(message: str) -> str:
    for english, swedish in _ENGLISH:
        hit = re.fullmatch(english, message, re.DOTALL)
        if hit:
            return hit.expand(swedish)
    return message
