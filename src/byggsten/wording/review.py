"""How far a translation has been read by people who speak the language."""

from __future__ import annotations

from enum import StrEnum


class ReviewState(StrEnum):
    """The flag of an entry in a PO file; ``SOURCE`` is the Swedish itself, ``MISSING`` no translation."""

    MISSING = "missing"
    MACHINE = "machine"
    CHECKED = "checked"
    APPROVED = "approved"
    SOURCE = "source"
