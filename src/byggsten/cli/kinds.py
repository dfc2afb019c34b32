"""The kinds of values a command takes, each refusing with a Swedish sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from byggsten.cli.clock import SWEDEN
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.swedish import nearest
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from byggsten.domain.dates import Week


class DayKind(click.ParamType[date]):
    """A day written 2026-11-23."""

    name = "DAG"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from byggsten.domain.dates import parse_day  # noqa: PLC0415 - only commands about days pay for it

        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except Refusal as refusal:
            self.fail(str(refusal), param, ctx)


class MomentKind(click.ParamType[datetime]):
    """A day, or a day and a time; without an offset it is Swedish time, and a bare day means its end."""

    name = "TIDPUNKT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"«{value}» är ingen tidpunkt. Skriv till exempel 2026-11-23 eller 2026-11-23T08:30.",
                param,
                ctx,
            )
        if "T" not in value and " " not in value:
            moment = moment.replace(hour=23, minute=59, second=59, microsecond=999_999)
        return (moment if moment.tzinfo else moment.replace(tzinfo=SWEDEN)).astimezone(UTC)


class WeeksKind(click.ParamType["tuple[Week, ...]"]):
    """A week or a range of weeks: 2026-W40..2026-W48."""

    name = "VECKOR"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Week, ...]:
        from byggsten.domain.dates import parse_weeks  # noqa: PLC0415 - only commands about weeks pay for it

        if isinstance(value, tuple):
            return value
        try:
            return parse_weeks(value)
        except Refusal as refusal:
            self.fail(str(refusal), param, ctx)


class OneOf(click.Choice[str]):
    """One of a few words; a word that is near one of them is answered with it."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        near = nearest(str(value), self.choices)
        hint = f" Menade du {near}?" if near else ""
        return f"«{value}» är inget av {', '.join(self.choices)}.{hint}"


class FileKind(click.ParamType[Path]):
    """A file that can be read."""

    name = "FIL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        path = Path(value)
        if path.is_dir():
            raise Stop(Exit.NOT_FOUND, Text(N_("%(path)s är en mapp. Ange en fil i den."), {"path": value}))
        try:
            with path.open("rb"):
                return path
        except FileNotFoundError:
            raise Stop(
                Exit.NOT_FOUND,
                Text(N_("Filen %(path)s finns inte.%(hint)s"), {"path": value, "hint": _beside(path)}),
            ) from None
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise Stop(
                Exit.NOT_FOUND,
                Text(
                    N_("Filen %(path)s går inte att läsa (%(why)s). Kontrollera vem som får läsa den."),
                    {"path": value, "why": why},
                ),
            ) from None


def _beside(path: Path) -> str:
    try:
        near = nearest(path.name, [entry.name for entry in path.parent.iterdir()])
    except OSError:
        return " Mappen finns inte heller. Kontrollera sökvägen."
    return f" I samma mapp finns {near}." if near else " Kontrollera stavningen och mappen."


DAY, MOMENT, WEEKS, FILE = DayKind(), MomentKind(), WeeksKind(), FileKind()
