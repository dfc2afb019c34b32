"""What must be known for a value to be known, and what stands for not knowing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError

if TYPE_CHECKING:
    from byggsten.domain.rules.dated import Parameter

# Outcomes that mean «okänt», in a table of outcomes and in a table of numbers.
UNKNOWN_CODE = 255
UNKNOWN_NUMBER = -(1 << 31)


@dataclass(frozen=True, slots=True)
class Needs:
    """Facts and tests that must hold for a value to be known; ``never``: it cannot be."""

    facts: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()
    never: bool = False

    def __or__(self, other: Needs) -> Needs:
        return Needs(self.facts | other.facts, self.tests | other.tests, self.never or other.never)


NOTHING = Needs()
NEVER_KNOWN = Needs(never=True)


def number_on(parameter: Parameter, day: int) -> int | None:
    """The number that holds on a day, None for an open norm without one.

    Raises RulebookError when the parameter is not open: nobody may answer about a time before the rules.
    """
    value = parameter.on(day)
    if value is not None:
        return value.number
    if parameter.open:
        return None
    first = parameter.values[0].since if parameter.values else None
    since = f"värden finns från och med {first}" if first else "inget värde var känt då"
    raise RulebookError(
        f"«{parameter.label.sv}» har inget värde den {date.fromordinal(day)};"
        f" reglerna gäller inte då, {since}",
        remedy="Fråga om en senare dag, eller lägg till det äldre värdet med sin källa",
        file=parameter.file,
        place=f"parametrar.{parameter.name}",
    )
