"""Read a table row by row: UTF-8 or as Excel saves it, names of columns first, a mark between cells."""

from __future__ import annotations

import csv
import difflib
from typing import IO, TYPE_CHECKING, Generic, TypeVar

import msgspec

from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.encodings import text_lines
from byggsten.gateways.json_sentences import invalid
from byggsten.gateways.refusals import FileRefused, RefusedRow, RowRefused, of_row
from byggsten.gateways.struct_fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RowT = TypeVar("RowT", bound=msgspec.Struct)
DELIMITERS = ";,\t"
YES_NO = {"ja": "true", "nej": "false"}
# What these columns hold could identify a person, so a refusal never repeats it.
PERSONAL = frozenset(
    {"number", "interim_number", "given_name", "family_name", "phone", "email", "address", "words"}
)
LONGEST_CELL = 10_000
# A guess at a column is told only where it is likely; otherwise the columns there are.
NEAR_COLUMN = 0.7


class CsvRows(Generic[RowT]):
    """The rows of a CSV file as structs, each with its line number; a bad row comes as a RefusedRow.

    Raises FileRefused, also in the middle: when the text cannot be read or a quotation never ends.
    ``ends_open`` says afterwards that the last line had no line break, so that it may have been cut.
    """

    def __init__(self, stream: IO[bytes], kind: type[RowT]) -> None:
        self._kind = kind
        self._fields = fields_of(kind)
        self._stream = stream
        self._line, self._begins = 0, 1
        self.ends_open = False

    def refuse_broken(self, watch: Callable[[int], None] = lambda _line: None) -> None:
        """Read the file once without looking at values: a broken tail is found before anything is done.

        ``watch`` is told how many rows have been read.
        Raises FileRefused.
        """
        for number, _ in enumerate(self._cells()):
            watch(number)

    def __iter__(self) -> Iterator[tuple[int, RowT] | RefusedRow]:
        rows = self._cells()
        columns = next(rows)
        return (self._row(columns, cells) for cells in rows if any(cells))

    def _cells(self) -> Iterator[list[str]]:
        """The names of the columns, then each row's cells; from the beginning of the file."""
        csv.field_size_limit(LONGEST_CELL)
        self._stream.seek(0)
        text = self._text()
        header = next(text, "")
        if not header.strip():
            raise FileRefused(N_("Filen är tom. Den ska börja med en rad med kolumnernas namn."))
        self._begins = self._line + 1
        delimiter = max(DELIMITERS, key=header.count)
        try:
            yield self._columns(next(csv.reader([header], delimiter=delimiter, strict=True)))
            for cells in csv.reader(text, delimiter=delimiter, strict=True):
                yield cells
                self._begins = self._line + 1
        except csv.Error as error:
            raise self._broken(error) from None

    def _broken(self, error: csv.Error) -> FileRefused:
        """Which row it is: a quotation that never ends is told where it begins, not where the file does."""
        if "field larger" in str(error) and self._begins == self._line:
            told = Text(N_("En av radens celler har fler än %(most)s tecken."), {"most": LONGEST_CELL})
            return FileRefused(told, f"rad {self._line}")
        if "unexpected end" in str(error) or "field larger" in str(error):
            sentence = N_(
                "Ett citattecken öppnas på raden men stängs aldrig. Då vet ingen var raden slutar. "
                "Ta bort citattecknet eller stäng det. Är filen avhuggen?"
            )
            return FileRefused(sentence, f"rad {self._begins}")
        sentence = N_("Ett citattecken står mitt i en cell. Skriv det två gånger eller ta bort det.")
        return FileRefused(sentence, f"rad {self._begins}")

    def _text(self) -> Iterator[str]:
        for number, text in enumerate(text_lines(self._stream), 1):
            self._line = number
            if "\0" in text:
                raise FileRefused(N_("Filen innehåller tecken som inte hör hemma i text."), f"rad {number}")
            self.ends_open = not text.endswith(("\n", "\r"))
            yield text

    def _columns(self, names: list[str]) -> list[str]:
        columns = [name.strip().lower() for name in names]
        for column in columns:
            if column not in self._fields:
                near = next(
                    iter(difflib.get_close_matches(column, self._fields, n=1, cutoff=NEAR_COLUMN)), ""
                )
                hint = f" Menade du «{near}»?" if near else f" Kolumnerna är {', '.join(self._fields)}."
                told = {"column": column, "hint": hint}
                raise FileRefused(Text(N_("Kolumnen «%(column)s» finns inte.%(hint)s"), told), "rad 1")
            if columns.count(column) > 1:
                sentence = N_("Kolumnen «%(column)s» står två gånger. Ta bort den ena.")
                raise FileRefused(Text(sentence, {"column": column}), "rad 1")
        for name, field in self._fields.items():
            if field.required and name not in columns:
                raise FileRefused(
                    Text(N_("Kolumnen «%(name)s» saknas. Lägg till den."), {"name": name}), "rad 1"
                )
        return columns

    def _row(self, columns: list[str], cells: list[str]) -> tuple[int, RowT] | RefusedRow:
        number = self._line
        if len(cells) != len(columns):
            told = {"got": len(cells), "wanted": len(columns)}
            sentence = N_("Raden har %(got)s celler men ska ha %(wanted)s. Lägg till eller ta bort celler.")
            about = dict(zip(columns, cells, strict=False)).get("reference", "").strip()
            return RefusedRow(number, "", "", Text(sentence, told), about)
        texts = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
        try:
            return number, self._convert({name: text for name, text in texts.items() if text})
        except Refusal as refusal:
            return of_row(number, refusal, texts.get("reference", ""))

    def _convert(self, texts: dict[str, str]) -> RowT:
        given = {
            name: YES_NO.get(text.lower(), text) if self._fields[name].yes_no else text
            for name, text in texts.items()
        }
        # A cell that must hold something but may hold nothing is an empty cell in a table.
        given |= {n: None for n, f in self._fields.items() if f.required and f.nullable and n not in given}  # type: ignore[misc]
        try:
            return msgspec.convert(given, self._kind, strict=False)
        except msgspec.ValidationError as error:
            refused = invalid(str(error), self._kind)
            column = refused.place.removeprefix("$").lstrip(".")
            raise RowRefused(
                column, "" if column in PERSONAL else texts.get(column, ""), refused.what
            ) from None
