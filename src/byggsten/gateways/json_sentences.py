"""What msgspec says in English about a value, said in Swedish with what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.struct_fields import allowed_at, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = {
    "str": "en text",
    "int": "ett heltal",
    "float": "ett tal",
    "bool": "true eller false",
    "array": "en lista",
    "object": "ett objekt",
    "null": "null",
    "date": "en dag",
    "datetime": "en tidpunkt",
    "time": "ett klockslag",
    "uuid": "en UUID",
}
_PLACE = re.compile(r"^(.*?)(?: - at `(.*)`)?$", re.DOTALL)


def invalid(message: str, type_: Any, above: str = "") -> FileRefused:
    """The refusal that says in Swedish what msgspec says in English; ``above`` is the path to the whole."""
    hit = _PLACE.match(message)
    what, path = (hit[1], hit[2] or "$") if hit else (message, "$")
    shown = above + path[1:] if above else path
    for pattern, make in _SENTENCES:
        found = re.fullmatch(pattern, what, re.DOTALL)
        if found:
            return FileRefused(make(found, type_, path), shown)
    return FileRefused(Text(N_("Värdet bryter mot formatet (%(what)s)."), {"what": what}), shown)


def _wrong_type(found: re.Match[str], _type: Any, _path: str) -> Text:
    wanted = " eller ".join(_KINDS.get(kind.strip(), kind) for kind in found[1].split("|"))
    got = _KINDS.get(found[2], found[2])
    return Text(N_("Här ska stå %(wanted)s, men det står %(got)s."), {"wanted": wanted, "got": got})


def _missing(found: re.Match[str], _type: Any, _path: str) -> Text:
    return Text(N_("Fältet «%(field)s» saknas. Lägg till det."), {"field": found[1]})


def _unknown(found: re.Match[str], type_: Any, path: str) -> Text:
    near = nearest(found[1], allowed_at(type_, path))
    if near:
        return Text(
            N_("Fältet «%(field)s» finns inte. Menade du «%(near)s»?"), {"field": found[1], "near": near}
        )
    return Text(N_("Fältet «%(field)s» finns inte i formatet. Ta bort det."), {"field": found[1]})


def _not_among(found: re.Match[str], type_: Any, path: str) -> Text:
    words = allowed_at(type_, path)
    shown = {"value": found[1], "words": ", ".join(words)}
    return Text(N_("«%(value)s» går inte här. Skriv något av: %(words)s."), shown)


def _plain(sentence: str) -> Callable[[re.Match[str], Any, str], Text]:
    return lambda found, _type, _path: Text(sentence, {"limit": found[1] if found.re.groups else ""})


_MOMENT = N_("Det här är ingen tidpunkt med tidszon. Skriv som 2026-11-23T08:30:00+01:00.")
_DAY = N_("Det här är ingen dag i kalendern. Skriv som 2026-11-23.")
_TIME = N_("Det här är inget klockslag utan tidszon. Skriv som 08:30:00.")
_UUID = N_("Det här är ingen UUID. Skriv som 1b4e28ba-2fa1-4d4b-a3f5-ef19b5a7633b.")
_SENTENCES: tuple[tuple[str, Callable[[re.Match[str], Any, str], Text]], ...] = (
    (r"Expected `([^`]*)`, got `([^`]*)`", _wrong_type),
    (r"Object missing required field `(.*)`", _missing),
    (r"Object contains unknown field `(.*)`", _unknown),
    (r"Invalid enum value '?(.*?)'?", _not_among),
    (r"Invalid RFC3339 encoded datetime", _plain(_MOMENT)),
    (r"Invalid RFC3339 encoded date", _plain(_DAY)),
    (r"Invalid RFC3339 encoded time", _plain(_TIME)),
    (r"Expected `datetime` with a timezone component", _plain(_MOMENT)),
    (r"Expected `time` with no timezone component", _plain(_TIME)),
    (r"Invalid UUID", _plain(_UUID)),
    (r"Expected `int` >= (-?\d+)", _plain(N_("Talet är för litet. Det ska vara minst %(limit)s."))),
    (r"Expected `int` <= (-?\d+)", _plain(N_("Talet är för stort. Det ska vara högst %(limit)s."))),
    (r"Expected `str` of length >= (\d+)", _plain(N_("Texten är tom. Fyll i den."))),
    (
        r"Expected `str` of length <= (\d+)",
        _plain(N_("Texten är för lång. Högst %(limit)s tecken får plats.")),
    ),
    (r"Expected `array` of length >= (\d+)", _plain(N_("Listan är tom. Lägg till minst %(limit)s."))),
    (r"Integer value out of range", _plain(N_("Talet är för stort att räkna med."))),
)
