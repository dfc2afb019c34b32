"""Days as people write them, turned into the way that the house reads them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
IN_WORDS = re.compile(r"(?:den )?(\d{1,2})(?:[.:][ea])? ([a-z]+),? (\d{4})", re.ASCII)
IN_FIGURES = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})(?: ?- ?| )(\d{4})", re.ASCII)


def plain_day(text: str) -> str:
    """«2026-03-03» for «3 mars 2026» and «3/3 2026»; anything else as it is written."""
    written = " ".join(text.split())
    found = IN_WORDS.fullmatch(written.casefold()) or IN_FIGURES.fullmatch(written)
    if found is None:
        return written
    month = NUMBERS.get(found[2], 0) if found[2].isalpha() else int(found[2])
    plain = f"{found[3]}-{month:02}-{int(found[1]):02}"
    try:
        date.fromisoformat(plain)
    except ValueError:
        # What does not exist is told of as it was written.
        return written
    return plain
