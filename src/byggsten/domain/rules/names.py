"""What names a book has, of which type, and which words can not be names."""

from __future__ import annotations

import keyword
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.language import RESERVED, TODAY

if TYPE_CHECKING:
    from byggsten.domain.rules.strict import Reader


@dataclass(frozen=True, slots=True)
class Name:
    """What a name in a condition stands for; ``codes`` are its possible values with their numbers."""

    role: Role
    type: Type
    codes: dict[str, int]


class Names:
    """All names of one book; a name means one thing only."""

    def __init__(self) -> None:
        self.known: dict[str, Name] = {TODAY: Name(Role.TODAY, Type.DATE, {})}

    def add(self, name: str, meaning: Name, reader: Reader) -> None:
        """Take a name into use, or refuse it where it stands."""
        checked(name, reader)
        if name in self.known:
            reader.fail(
                f"namnet «{name}» finns redan som {self.known[name].role}",
                "Välj ett annat namn; ett namn betyder en sak",
            )
        self.known[name] = meaning


def checked(name: str, reader: Reader) -> str:
    """The name itself, if it can stand in a condition."""
    if name in RESERVED:
        reader.fail(
            f"«{name}» är ett ord i reglernas språk och kan inte vara ett namn", "Välj ett annat namn"
        )
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
        reader.fail(
            f"«{name}» kan inte vara ett namn",
            "Använd bokstäver, siffror och understreck, och börja med en bokstav",
        )
    return name
