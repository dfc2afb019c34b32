"""What a gateway says when it does not take something in: the whole file, or one row of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from byggsten.domain.texts import N_, Refusal, Text

_NUMBER = re.compile(r"(?<!\d)((?:\d{2})?\d{6}[-+ ]?)\d{4}(?!\d)")


class FileRefused(Refusal):
    """Nothing of the file is taken in; ``place`` says where in the file it breaks."""

    def __init__(self, text: Text | str, place: str = "") -> None:
        self.what = text if isinstance(text, Text) else Text(text)
        self.place = place
        shown = {"what": str(self.what), "place": place}
        super().__init__(Text(N_("%(place)s: %(what)s"), shown) if place else self.what)


class RowRefused(Refusal):
    """One value of a row cannot be used; raised while the row is read, kept as a RefusedRow."""

    def __init__(self, column: str, value: str, text: Text | str) -> None:
        self.column = column
        self.value = value
        super().__init__(text)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was left out: its number (as the file counts), the column, the value, and what to do.

    ``value`` is empty where it could identify a person.
    ``about`` is what the row is about, where that could be read: its «reference».
    """

    row: int
    column: str
    value: str
    text: Text
    about: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", masked(self.value))

    def __str__(self) -> str:
        column = f", {self.column}" if self.column else ""
        value = f" «{self.value}»" if self.value else ""
        return f"Rad {self.row}{column}{value}: {self.text}"


def masked(value: str) -> str:
    """The value with the last four of every personal number hidden, whatever column it was written in."""
    return _NUMBER.sub(r"\1••••", value)


def of_row(row: int, refusal: Refusal, about: str = "") -> RefusedRow:
    """The refusal of a value or of a whole row, with the row's number."""
    if isinstance(refusal, RowRefused):
        return RefusedRow(row, refusal.column, refusal.value, refusal.text, about)
    return RefusedRow(row, "", "", refusal.text, about)


CUT_SHORT = Text(
    N_("Sista raden slutar utan radbrytning. Kontrollera att filen är hel; raden togs in som den stod.")
)
