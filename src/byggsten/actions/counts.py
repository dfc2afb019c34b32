"""What a bulk act did, row by row in numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were made, changed, and already as told."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def written(self) -> int:
        """How many rows the act wrote."""
        return self.created + self.changed

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.created + other.created, self.changed + other.changed, self.unchanged + other.unchanged
        )
