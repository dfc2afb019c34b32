"""What an import did, in sentences and as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from byggsten.cli.output import wrapped

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.gateways.taking_in import Tally

WHAT = {
    "persons": "Personer",
    "plans": "Planer",
    "attendance": "Närvaro",
    "notices": "Aviseringar",
    "catalogue": "Katalogen",
    "courses": "Kurser",
}


@dataclass(slots=True)
class Outcome:
    """The outcome of one file; ``before`` is when the very same file was taken in."""

    kind: str
    file: str
    format: str
    source: str
    dry_run: bool
    tally: Tally
    before: datetime | None
    waiting: int = 0
    resolved: int = 0
    recounted: int = 0

    @property
    def partly(self) -> bool:
        """Whether something was left out or waits."""
        return bool(self.tally.refused or self.waiting)

    @property
    def nothing_new(self) -> bool:
        """Whether everything in the file was known already."""
        return not (self.tally.counts.written or self.tally.refused or self.waiting)

    def value(self) -> dict[str, Any]:
        """The outcome for a machine."""
        counts = self.tally.counts
        return {
            "file": self.file,
            "kind": self.kind,
            "format": self.format,
            "source": self.source,
            "dry_run": self.dry_run,
            "read": self.tally.read,
            "created": counts.created,
            "changed": counts.changed,
            "unchanged": counts.unchanged,
            "refused": self.tally.refused,
            "waiting": self.waiting,
            "resolved": self.resolved,
            "recounted_weeks": self.recounted,
            "nothing_new": self.nothing_new,
            "refusals": [
                {"row": row.row, "column": row.column, "value": row.value, "sentence": str(row.text)}
                for row in self.tally.refusals
            ],
            "notices": [str(notice) for notice in self.tally.notices],
        }

    def text(self) -> str:
        """The outcome for a person."""
        head = f"{WHAT[self.kind]} ur {self.file} (källa: {self.source}, format: {self.format})"
        lines = [wrapped(head), *self._counted(), ""]
        lines += [wrapped(str(notice)) for notice in self.tally.notices]
        lines += [wrapped(str(row), hang="  ") for row in self.tally.refusals]
        untold = self.tally.refused - len(self.tally.refusals)
        if untold:
            lines.append(f"… och {untold} rader till. Rätta de första och kör igen.")
        return "\n".join([*lines, wrapped(self._conclusion())])

    def _counted(self) -> list[str]:
        counts = self.tally.counts
        numbers = [
            ("Lästa rader", self.tally.read),
            ("Nya uppgifter", counts.created),
            ("Ändrade uppgifter", counts.changed),
            ("Fanns redan", counts.unchanged),
            ("Väntar på person eller tillfälle", self.waiting),
            ("Togs inte emot", self.tally.refused),
            ("Väntande som hittade rätt", self.resolved),
            ("Omräknade veckor", self.recounted),
        ]
        shown = [(name, number) for n, (name, number) in enumerate(numbers) if number or n < 4]
        return [f"  {name:<34}{number:>9,}".replace(",", " ") for name, number in shown]

    def _conclusion(self) -> str:
        if self.dry_run:
            return "Provkörning: ingenting sparades."
        if self.nothing_new:
            when = f" Samma fil togs in {self.before:%Y-%m-%d}." if self.before else ""
            return f"Inget nytt: allt i filen fanns redan.{when}"
        if self.waiting:
            return (
                "Sparat. Det som väntar tas med när personen eller tillfället är registrerat; "
                "rätta annars beteckningen i källan."
            )
        if self.tally.refused:
            return (
                "Sparat, utom raderna ovan. Rätta dem och kör samma fil igen; resten räknas inte två gånger."
            )
        return "Sparat."
