"""Read lists of rows from JSON: the file must be whole, but a bad row is left out by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from byggsten.domain.texts import N_, Text
from byggsten.gateways.json_sentences import invalid
from byggsten.gateways.refusals import FileRefused, RefusedRow
from byggsten.gateways.strict_json import decode
from byggsten.gateways.struct_fields import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RowT = TypeVar("RowT", bound=msgspec.Struct)


def sections_of(data: bytes, names: tuple[str, ...], others: tuple[str, ...] = ()) -> Mapping[str, list[Any]]:
    """The lists of undecoded rows by section; a bare list is the first section.

    ``others`` are sections of the same layout that another import takes; they are passed over.
    Raises FileRefused when the text is no JSON or has another outline.
    """
    # A first look at the outline only: the rows stay as text until they are asked for.
    if data.lstrip()[:1] == b"[":
        return {names[0]: decode(data, list[msgspec.Raw])}
    outline = decode(data, dict[str, msgspec.Raw])
    for name in outline:
        if name not in (*names, *others):
            near = nearest(name, names)
            hint = f" Menade du «{near}»?" if near else f" Här kan stå {', '.join(names)}."
            told = {"name": name, "hint": hint}
            raise FileRefused(Text(N_("Avsnittet «%(name)s» hör inte hit.%(hint)s"), told), "$")
    found = {name: _listed(outline[name], name) for name in names if name in outline}
    if not found:
        told = {"names": ", ".join(names)}
        raise FileRefused(Text(N_("Filen har inget att ta in. Den ska ha något av: %(names)s."), told), "$")
    return found


def rows_of(section: str, raws: list[Any], kind: type[RowT]) -> Iterator[tuple[int, RowT] | RefusedRow]:
    """Each row as a struct with its number from one, or as a RefusedRow that names the path."""
    decoder = msgspec.json.Decoder(kind)
    for n, raw in enumerate(raws):
        path = f"{section}[{n}]"
        try:
            yield n + 1, decoder.decode(raw)
        except msgspec.ValidationError as error:
            refused = invalid(str(error), kind, path)
            yield RefusedRow(n + 1, refused.place, "", refused.what)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise FileRefused(N_("Det här är inte giltig JSON. Exportera filen på nytt."), path) from None


def _listed(raw: msgspec.Raw, name: str) -> list[Any]:
    try:
        return msgspec.json.decode(raw, type=list[msgspec.Raw])
    except msgspec.ValidationError:
        raise FileRefused(N_("Här ska stå en lista."), f"$.{name}") from None
