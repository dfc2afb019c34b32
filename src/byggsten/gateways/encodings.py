"""The text of a table, whichever way it was saved: UTF-8, UTF-16 with its mark, or as older Excel does."""

from __future__ import annotations

import codecs
import io
import re
from typing import IO, TYPE_CHECKING

from byggsten.domain.texts import N_
from byggsten.gateways.refusals import FileRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDER = "cp1252"
# No table has these; bytes that read so are no text in Windows-1252.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
SAVE = N_("Texten är varken UTF-8 eller Windows-1252. Spara filen som «CSV UTF-8».")


def text_lines(stream: IO[bytes]) -> Iterator[str]:
    """The lines of the file from its beginning.  Raises FileRefused with the row that is no text."""
    stream.seek(0)
    start = stream.read(2)
    stream.seek(0)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return _wide(stream.read())
    if _is_utf8(stream):
        return _lines(stream, "utf-8")
    return _lines(stream, OLDER)


def _is_utf8(stream: IO[bytes]) -> bool:
    """Whether the whole file is; one line that is not decides for all of them."""
    try:
        for raw in stream:
            raw.decode()
    except UnicodeDecodeError:
        return False
    finally:
        stream.seek(0)
    return True


def _lines(stream: IO[bytes], encoding: str) -> Iterator[str]:
    for number, raw in enumerate(stream, 1):
        try:
            text = raw.removeprefix(codecs.BOM_UTF8 if number == 1 else b"").decode(encoding)
        except UnicodeDecodeError:
            raise FileRefused(SAVE, f"rad {number}") from None
        if encoding == OLDER and CONTROL.search(text):
            raise FileRefused(SAVE, f"rad {number}")
        yield text


def _wide(data: bytes) -> Iterator[str]:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise FileRefused(N_("Texten är inte hel UTF-16. Spara filen som «CSV UTF-8».")) from None
    return iter(io.StringIO(text, newline=""))
