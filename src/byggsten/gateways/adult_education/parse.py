"""From rows to courses with their occasions; a course is a draft, since no row says what it strengthens."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.actions.catalogue_import import Told
from byggsten.domain.catalogue import ActivityDraft, GroupDraft
from byggsten.domain.dates import parse_day
from byggsten.domain.organisations import Provider, ProviderKind
from byggsten.domain.planning import ActivityKind
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.adult_education.rows import RENAMED
from byggsten.gateways.refusals import RowRefused

if TYPE_CHECKING:
    from datetime import date

    from byggsten.gateways.adult_education.rows import OccasionRow

UNKNOWN = "okänd"
# Swedish for immigrants, and Swedish as a second language on every level.
SWEDISH = re.compile(r"^(SFI|SVA|GRNSVA)", re.IGNORECASE)
LANGUAGES = {"": "", "swe": "", "eng": "en"}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")


@dataclass(slots=True)
class Course:
    """A course of a provider: the number of its first row, and its occasions by reference."""

    row: int
    first: OccasionRow
    interests: dict[str, None] = field(default_factory=dict)
    groups: dict[str, GroupDraft] = field(default_factory=dict)

    def told(self) -> Told:
        """The course as a draft of an activity."""
        first = self.first
        draft = ActivityDraft(
            reference=reference_of(first),
            name=first.name,
            kind=ActivityKind.SFI if SWEDISH.match(first.code) else None,
            provider=first.provider,
            description=_description(first, self.interests),
            groups=tuple(self.groups.values()),
        )
        return Told(draft, Provider(first.provider, ProviderKind.ADULT_EDUCATION), flags=False)


def reference_of(row: OccasionRow) -> str:
    """What the course is called here: the same for the same provider, code and name."""
    named = f"{row.provider.casefold()}\n{row.code.casefold()}\n{row.name.casefold()}"
    return f"vux-{hashlib.sha256(named.encode()).hexdigest()[:16]}"


def group_of(row: OccasionRow) -> GroupDraft:
    """The occasion as a group.  Raises RowRefused, naming the column."""
    if row.name.casefold() == UNKNOWN:
        sentence = N_("Kursen har inget namn, så ingen vet vad den är. Fyll i namn och kurskod i källan.")
        raise RowRefused("namn", row.name, Text(sentence))
    first, last = _day(row, "first_day"), _day(row, "last_day")
    if first and last and last < first:
        sentence = N_("Kursen slutar före den börjar %(first)s. Rätta dagarna i källan.")
        raise RowRefused(RENAMED["last_day"], row.last_day, Text(sentence, {"first": first}))
    percent = _number(row, "extent")
    extent = f"{percent} procent" if percent else ""
    if row.language not in LANGUAGES:
        raise RowRefused(
            RENAMED["language"], row.language, Text(N_("Språket ska vara swe eller eng, eller tomt."))
        )
    return GroupDraft(
        reference=f"vux-{row.course}-{row.occasion}",
        name=", ".join(part for part in (row.town, extent) if part) or row.name,
        capacity=_number(row, "seats"),
        language=LANGUAGES[row.language],
        first_day=first,
        last_day=last,
    )


def _description(row: OccasionRow, interests: dict[str, None]) -> str:
    points = row.points.removesuffix(".0")
    known = row.code and row.code.casefold() != UNKNOWN
    parts = [
        f"Kurskod {row.code}." if known else "",
        f"{row.level[:1].upper()}{row.level[1:]}." if row.level else "",
        f"{points} poäng." if points else "",
        f"Ämne: {'; '.join(interests)}." if interests else "",
        row.course_url,
    ]
    return " ".join(part for part in parts if part)


def _day(row: OccasionRow, name: str) -> date | None:
    text = getattr(row, name)
    if not text:
        return None
    hit = _DAY.fullmatch(text)
    try:
        return parse_day(hit[1] if hit else text)
    except Refusal as refusal:
        raise RowRefused(RENAMED[name], text, refusal.text) from None


def _number(row: OccasionRow, name: str) -> int | None:
    text = getattr(row, name)
    if not text:
        return None
    if not re.fullmatch(r"\d{1,4}(?:[.,]0+)?", text, re.ASCII):
        raise RowRefused(RENAMED[name], text, Text(N_("Det ska vara ett heltal, som 100.")))
    return int(re.split("[.,]", text)[0])
