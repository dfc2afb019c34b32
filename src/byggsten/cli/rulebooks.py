"""The rules a command judges by: the nation's books with local ones on top, as known at a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from byggsten.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.domain.duty import Rules

VARIABLE, DEFAULT = "BYGGSTEN_LOCAL_RULES", "norrtalje"


def rules_option(command: Any) -> Any:
    """Which local rules lie on top of the nation's."""
    return click.option(
        "--rules",
        "overlays",
        envvar=VARIABLE,
        default=DEFAULT,
        metavar="NAMN,…",
        help=f"Lokala regler ovanpå de nationella, med komma emellan. Annars miljövariabeln {VARIABLE}, "
        f"annars {DEFAULT}. Tomt: bara de nationella.",
    )(command)


def words(overlays: str) -> tuple[str, ...]:
    """The names with commas between them."""
    return tuple(word.strip() for word in overlays.split(",") if word.strip())


def rules_of(overlays: str, known_at: datetime | None = None) -> Rules:
    """The rules with these overlays.  A fault in them ends the command with exit code 6."""
    from byggsten.domain.duty import Rules  # noqa: PLC0415 - help and mistakes need no rules
    from byggsten.domain.rules import RulebookError  # noqa: PLC0415
    from byggsten.rulebook import load  # noqa: PLC0415
    from byggsten.rulebook.reasons import reasons  # noqa: PLC0415

    chosen = words(overlays)
    try:
        books = load("plikt", chosen), load("narvaro", chosen)
        if known_at is not None:
            books = books[0].known(known_at.date()), books[1].known(known_at.date())
        return Rules(*books, reasons(chosen))
    except RulebookError as error:
        raise fault(error) from error


def fault(error: Any) -> Stop:
    """What the rule book says is wrong, as an end of the command."""
    sentence = str(error)
    return Stop(
        Exit.RULEBOOK,
        sentence if error.file else sentence[:1].upper() + sentence[1:],
        file=error.file,
        place=error.place,
        problem=error.problem,
        remedy=error.remedy,
    )
