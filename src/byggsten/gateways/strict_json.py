"""Read JSON strictly into typed structs; what breaks the format is refused with its place, in Swedish."""

from __future__ import annotations

import json
import re
from typing import TypeVar

import msgspec

from byggsten.domain.texts import N_, Text
from byggsten.gateways.json_sentences import invalid
from byggsten.gateways.refusals import FileRefused

T = TypeVar("T")


def decode(data: bytes, type_: type[T]) -> T:
    """The value of the whole text.  Raises FileRefused with line and column, or the path of the value."""
    # msgspec passes over what it need not read, so it would not see a bad byte there.
    _refuse_not_utf8(data)
    try:
        return msgspec.json.decode(data, type=type_)
    except msgspec.ValidationError as error:
        raise invalid(str(error), type_) from None
    except msgspec.DecodeError as error:
        raise _malformed(str(error), data) from None
    except RecursionError:
        raise FileRefused(
            N_("Listor och objekt ligger i varandra i för många led. Det är inte det format som väntades.")
        ) from None


def refuse_doubled_keys(data: bytes) -> None:
    """Raise FileRefused when an object has the same field twice: then nobody knows which one counts."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            doubled = next(name for name in names if names.count(name) > 1)
            raise FileRefused(
                Text(
                    N_("Fältet «%(field)s» står två gånger i samma objekt. Ta bort det ena."),
                    {"field": doubled},
                )
            )
        return found

    json.loads(data, object_pairs_hook=once)


def position(data: bytes, byte: int) -> str:
    """A place in a text as people count: line and column from one."""
    line = data.count(b"\n", 0, byte) + 1
    column = len(data[data.rfind(b"\n", 0, byte) + 1 : byte].decode("utf-8", "replace")) + 1
    return f"rad {line}, tecken {column}"


def _refuse_not_utf8(data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        where = position(data, error.start)
        raise FileRefused(N_("Texten är inte UTF-8. Spara filen som UTF-8."), where) from None


def _malformed(message: str, data: bytes) -> FileRefused:
    if "truncated" in message or not data.strip():
        place = position(data, len(data))
        return FileRefused(N_("Filen tar slut mitt i. Hämta eller exportera den på nytt."), place)
    hit = re.search(r"\(byte (\d+)\)", message)
    place = position(data, int(hit[1])) if hit else ""
    return FileRefused(N_("Det här är inte giltig JSON. Rätta tecknet eller exportera filen på nytt."), place)
