"""A Swedish sentence with named blanks, translated at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_EMPTY: Mapping[str, object] = MappingProxyType({})


def N_(sentence: str) -> str:  # noqa: N802 - the name that translators' tools know
    """Mark a Swedish sentence for translation without translating it here."""
    return sentence


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence and the values of its blanks: ``Text(N_("%(name)s saknas."), {"name": "Plan"})``."""

    sentence: str
    blanks: Mapping[str, object] = field(default_factory=lambda: _EMPTY)

    def __str__(self) -> str:
        return self.sentence % self.blanks if self.blanks else self.sentence


class Refusal(Exception):
    """Something a person asked for cannot be done; the text says what, why and what to do instead."""

    def __init__(self, text: Text | str) -> None:
        self.text = text if isinstance(text, Text) else Text(text)
        super().__init__(str(self.text))
