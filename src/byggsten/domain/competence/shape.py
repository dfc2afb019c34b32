"""The shape of a content: its fields check themselves, and what was said never shows by accident."""

from __future__ import annotations

from dataclasses import field, fields
from typing import TYPE_CHECKING, Any

from byggsten.domain.texts import N_, Refusal

if TYPE_CHECKING:
    from dataclasses import Field

    from byggsten.domain.texts import Text


class ContentRefused(Refusal):
    """A claim's content breaks its shape; ``field`` is the field at fault, or empty."""

    def __init__(self, text: Text | str, field: str = "") -> None:
        super().__init__(text)
        self.field = field


def told(kind: Any, *, needed: bool = False) -> Any:
    """A field of a content: its kind, and whether there is no claim without it."""
    return field(default=kind.empty, metadata={"kind": kind, "needed": needed})


def checked(one: Field[Any], value: Any) -> Any:
    """The value of a field as its kind reads it.  Raises ContentRefused."""
    kind = one.metadata["kind"]
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == kind.empty:
        if one.metadata["needed"]:
            raise ContentRefused(N_("Fyll i det här. Utan det går uppgiften inte att spara."), one.name)
        return kind.empty
    try:
        return kind.read(value)
    except Refusal as refusal:
        raise ContentRefused(refusal.text, one.name) from None


class Content:
    """What every content does: it checks itself, and its repr never shows what was said."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for one in fields(self):  # type: ignore[arg-type]
            object.__setattr__(self, one.name, checked(one, getattr(self, one.name)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"
