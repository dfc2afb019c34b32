"""Checks a receipt: the same facts are asked about again, and any difference is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError
from byggsten.domain.rules.expressions import Type
from byggsten.domain.rules.receipt import ENGINE, FORMAT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.book import Rulebook
    from byggsten.domain.rules.tables import FactValue


@dataclass(frozen=True, slots=True)
class Replay:
    """What became of a receipt: whether the rules are the same, and where the outcomes differ.

    ``differences``: rule, outcome and row then, outcome and row now.
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


def replay(receipt: Mapping[str, object], book: Rulebook) -> Replay:
    """Ask the book again with the facts of the receipt.

    Raises RulebookError when it is no receipt, or one for another book.
    """
    try:
        if receipt["format"] != FORMAT or receipt["book"] != book.name:
            raise RulebookError(
                f"kvittot gäller boken «{receipt['book']}», format {receipt['format']}",
                remedy=f"Välj ett kvitto för «{book.name}»",
            )
        day = date.fromisoformat(str(receipt["as_of"]))
        known = receipt["known_at"]
        facts = {n: _read(book, n, f["value"]) for n, f in receipt["facts"].items()}  # type: ignore[attr-defined]
        wanted = tuple(str(w) for w in receipt["wanted"])  # type: ignore[attr-defined]
        said = {s["rule"]: (s["outcome"], s["row"]) for s in receipt["steps"]}  # type: ignore[attr-defined]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, RulebookError):
            raise
        raise RulebookError(
            f"det här är inget kvitto ({error})", remedy="Läs in filen som den sparades"
        ) from None
    at = book if known is None else book.known(date.fromisoformat(str(known)))
    steps = at.explain(day, facts, wanted)
    differences = tuple(
        (rule, *said[rule], step.outcome, step.row.id)
        for rule, step in steps.items()
        if said[rule] != (step.outcome, step.row.id)
    )
    return Replay(receipt["version"] == book.version and receipt["engine"] == ENGINE, differences)


def _read(book: Rulebook, name: str, value: object) -> FactValue:
    fact = book.facts.get(name)
    if fact is not None and fact.type is Type.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(name)
