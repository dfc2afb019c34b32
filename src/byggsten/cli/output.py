"""What goes to the reader: sentences or JSON on standard output, everything else on standard error."""

from __future__ import annotations

import json
import shutil
import textwrap
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_WIDTH = 100


def width() -> int:
    """How many columns a line may have: the terminal's, but never too long to read."""
    return min(MAX_WIDTH, shutil.get_terminal_size((MAX_WIDTH, 24)).columns)


def wrapped(text: str, indent: str = "", hang: str | None = None) -> str:
    """The text in lines that fit, each after the indent; ``hang`` indents all lines but the first."""
    return textwrap.fill(
        text,
        width(),
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


@dataclass(slots=True)
class Output:
    """One command's two channels; with ``json`` standard output carries one JSON value and nothing else."""

    json: bool = False

    def show(self, text: str, value: object) -> None:
        """The answer: the text for a person, or the value for a machine."""
        click.echo(as_json(value) if self.json else text)

    @staticmethod
    def tell(text: str) -> None:
        """Something beside the answer: a warning or how far the work has come."""
        click.echo(wrapped(text), err=True)

    def stop(self, code: int, text: str, details: Mapping[str, object]) -> None:
        """Why there is no answer."""
        click.echo("\n".join(wrapped(line, hang="  ") for line in text.splitlines()), err=True)
        if self.json:
            click.echo(as_json({"error": {"code": code, "sentence": text, **details}}))


def as_json(value: object) -> str:
    """The value as JSON that people can read; days and moments as ISO 8601."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    return str(value)
