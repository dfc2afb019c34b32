"""Money is whole öre; it is never a float and is rounded once, last, by a named rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from byggsten.domain.texts import N_, Refusal, Text


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in öre (Swedish hundredths)."""

    ore: int

    @classmethod
    def kronor(cls, text: str) -> Money:
        """Read «1 234,50» or «1234.5»; more than two decimals is refused, never rounded."""
        hit = re.fullmatch(r"(-?)(\d+)(?:[.,](\d{1,2}))?", re.sub(r"\s", "", text))
        if hit is None:
            raise Refusal(Text(N_("«%(text)s» är inget belopp. Skriv till exempel 1234,50."), {"text": text}))
        ore = int(hit[2]) * 100 + int((hit[3] or "").ljust(2, "0"))
        return cls(-ore if hit[1] else ore)

    def __add__(self, other: Money) -> Money:
        return Money(self.ore + other.ore)

    def __sub__(self, other: Money) -> Money:
        return Money(self.ore - other.ore)

    def times(self, number: int) -> Money:
        """The amount that many times."""
        return Money(self.ore * number)

    def __str__(self) -> str:
        kronor, ore = divmod(abs(self.ore), 100)
        whole = f"{kronor:,}".replace(",", "\N{NO-BREAK SPACE}")
        return f"{'-' if self.ore < 0 else ''}{whole}{f',{ore:02}' if ore else ''}\N{NO-BREAK SPACE}kr"
