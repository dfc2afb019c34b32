"""Reads parsed data strictly: every key known, every value of its type, every fault with its place."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn, TypeVar

from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.kinds import Words

if TYPE_CHECKING:
    from enum import StrEnum

    E = TypeVar("E", bound=StrEnum)


class Reader:
    """One mapping of a file.  Each value is asked for by name and type; the rest is refused by ``done``."""

    def __init__(self, data: object, file: str, place: str, line: int | None = None) -> None:
        self.file = file
        self.place = place
        self.line = line
        if not isinstance(data, dict):
            self.fail(
                f"här väntas nycklar med värden, inte «{shown(data)}»", "Skriv «nyckel: värde» på varsin rad"
            )
        self.data: dict[str, object] = data
        self._asked: list[str] = []
        for key in self.data:
            if not isinstance(key, str):
                self.fail(f"nyckeln «{key}» är ingen text", "Sätt citattecken om nyckeln", key)

    def fail(self, problem: str, remedy: str, key: object = None) -> NoReturn:
        """Refuse, with file, place and line."""
        raise RulebookError(problem, remedy=remedy, file=self.file, place=self.at(key))

    def at(self, key: object = None) -> str:
        """The place of a key, with its line when the reading knew it."""
        line = getattr(getattr(self, "data", None), "lines", {}).get(key, self.line)
        path = ".".join(str(part) for part in (self.place, key) if part not in (None, ""))
        return f"{path} (rad {line})" if line is not None else path

    def has(self, key: str) -> bool:
        """Whether the key is there; also marks it as known."""
        self._asked.append(key)
        return key in self.data

    def done(self) -> None:
        """Refuse every key that nobody asked for."""
        for key in self.data:
            if key not in self._asked:
                self.fail(f"okänd nyckel «{key}»", self._instead(key), key)

    def _instead(self, key: str) -> str:
        # Within braces YAML ends a text at the comma; the rest then looks like a key without a value.
        if self.data[key] is None and not key.isidentifier():
            return "Sätt citattecken om en text med kommatecken i"
        return nearest(key, dict.fromkeys(self._asked))

    def text(self, key: str, *, default: str | None = None, missing: str = "") -> str:
        """A text that is not empty."""
        if not self.has(key):
            if default is not None:
                return default
            self.fail(f"«{key}» saknas", missing or f"Lägg till «{key}: …»")
        value = self.data[key]
        # A number where text is expected is harmless and common: a formula that is 0.
        if isinstance(value, int):
            value = str(value)
        if not isinstance(value, str) or not value.strip():
            self.fail(
                f"«{key}» ska vara en text, inte «{shown(value)}»",
                "Skriv text, med citattecken om den börjar med ett tecken",
                key,
            )
        return value.strip()

    def words(self) -> Words:
        """The Swedish and the English text, both of them."""
        return Words(
            self.text("sv", missing="Lägg till den svenska texten: «sv: …»"),
            self.text("en", missing="Lägg till den engelska texten: «en: …»"),
        )

    def yes(self, key: str) -> bool:
        """``ja`` or ``nej``; nothing is nej."""
        value = self.text(key, default="nej")
        if value not in ("ja", "nej"):
            self.fail(f"«{key}» ska vara ja eller nej, inte «{value}»", "Skriv ja eller nej", key)
        return value == "ja"

    def day(self, key: str) -> date | None:
        """A date, or None when the key is absent."""
        if not self.has(key):
            return None
        value = self.data[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fail(
                f"«{key}» ska vara ett datum, inte «{shown(value)}»", "Skriv till exempel 2026-01-31", key
            )
        return value

    def one_of(self, key: str, kinds: type[E], default: E | None = None) -> E:
        """One of the words of an enumeration."""
        if default is not None and not self.has(key):
            return default
        word = self.text(key)
        try:
            return kinds(word)
        except ValueError:
            self.fail(f"«{key}» kan inte vara «{word}»", nearest(word, [str(k.value) for k in kinds]), key)

    def mapping(self, key: str) -> Reader:
        """A mapping below; an absent one is empty."""
        present = self.has(key)
        path = ".".join(part for part in (self.place, key) if part)
        lines = getattr(self.data, "lines", {})
        return Reader(self.data[key] if present else {}, self.file, path, lines.get(key, self.line))

    def entries(self, key: str) -> dict[str, Reader]:
        """A mapping of mappings below, each with its own reader."""
        section = self.mapping(key)
        return {name: section.mapping(name) for name in section.data}

    def items(self, key: str, naming: str = "") -> list[Reader]:
        """A list of mappings below; ``naming`` is the key that names each in messages."""
        if not self.has(key):
            return []
        value = self.data[key]
        if not isinstance(value, list):
            self.fail(
                f"«{key}» ska vara en lista, inte «{shown(value)}»",
                "Skriv varje del på en rad som börjar med «- »",
                key,
            )
        return [Reader(*self._item(key, item, n, naming)) for n, item in enumerate(value, start=1)]

    def _item(self, key: str, item: object, number: int, naming: str) -> tuple[object, str, str, int | None]:
        name = item.get(naming) if naming and isinstance(item, dict) else None
        line = min(getattr(item, "lines", {}).values(), default=self.line)
        return item, self.file, f"{self.place}.{key}.{name or number}", line


def shown(value: object) -> str:
    """A value as it may be quoted in a message."""
    if value is None:
        return "tomt"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
