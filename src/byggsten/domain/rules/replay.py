"""Checks a receipt: the same facts are asked about again, and any difference is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.expressions import Type
from byggsten.domain.rules.receipt import ENGINE, FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from byggsten.domain.rules.book import Rulebook
    from byggsten.domain.rules.tables import FactValue


@dataclass(frozen=True, slots=True)
class Replay:
    """What became of a receipt: whether the rules are the same, and where the outcomes differ.

    ``differences``: rule, outcome and row then, outcome and row now (empty when the rule is gone).
    """

    same_version: bool
    differences: tuple[tuple[str, str, str, str, str], ...]

    @property
    def same(self) -> bool:
        """The same rules gave the same outcomes."""
        return self.same_version and not self.differences

    @property
    def text(self) -> str:
        """The result in one Swedish sentence."""
        if self.same:
            return "Samma regler ger samma utfall."
        rules = ", ".join(d[0] for d in self.differences)
        if not self.same_version:
            what = f"dessa utfall skiljer sig: {rules}" if rules else "utfallen är ändå desamma"
            return f"Reglerna har en annan version nu; {what}."
        return f"Kvittot stämmer inte: {rules} ger ett annat utfall."


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a receipt says was asked, and what it says came out: outcome and row by rule."""

    day: date
    known_at: date | None
    facts: dict[str, FactValue]
    said: dict[str, tuple[str, str]]


def replay(receipt: Mapping[str, object], book: Rulebook) -> Replay:
    """Ask the book again with the facts of the receipt.

    Raises RulebookError when it is no receipt, or one for another book.
    """
    try:
        _check_kind(receipt, book)
        same = receipt["version"] == book.version and receipt["engine"] == ENGINE
        asked = _asked(receipt, book)
    except RulebookError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RulebookError(
            f"det här är inget kvitto ({error})", remedy="Läs in filen som den sparades"
        ) from None
    return Replay(same, tuple(_differences(book, asked)))


def _check_kind(receipt: Mapping[str, object], book: Rulebook) -> None:
    if receipt["format"] != FORMAT or receipt["book"] != book.name:
        raise RulebookError(
            f"kvittot gäller boken «{receipt['book']}», format {receipt['format']}",
            remedy=f"Välj ett kvitto för «{book.name}»",
        )


def _asked(receipt: Mapping[str, Any], book: Rulebook) -> _Asked:
    known = receipt["known_at"]
    return _Asked(
        day=date.fromisoformat(receipt["as_of"]),
        known_at=None if known is None else date.fromisoformat(known),
        # A fact that the rules no longer know can not change what they say.
        facts={n: _read(book, n, f["value"]) for n, f in receipt["facts"].items() if n in book.facts},
        said={s["rule"]: (str(s["outcome"]), str(s["row"])) for s in receipt["steps"]},
    )


def _differences(book: Rulebook, asked: _Asked) -> Iterator[tuple[str, str, str, str, str]]:
    at = book if asked.known_at is None else book.known(asked.known_at)
    kept = tuple(rule for rule in asked.said if rule in book.rules)
    steps = at.explain(asked.day, asked.facts, kept) if kept else {}
    for rule, said in asked.said.items():
        now = (steps[rule].outcome, steps[rule].row.id) if rule in steps else ("", "")
        if said != now:
            yield (rule, *said, *now)


def _read(book: Rulebook, name: str, value: object) -> FactValue:
    if book.facts[name].type is Type.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(name)
