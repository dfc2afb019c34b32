"""Two records weighed against each other: names, days of birth and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from byggsten.domain.likeness import days, names
from byggsten.domain.likeness.spelling import ARABIC, CYRILLIC, GEEZ, script_of
from byggsten.domain.texts import N_, Text

# From here on the records are shown to somebody who answers; nothing is ever merged by a score.
# Chosen on the made-up list in tests/domain/test_likeness_measured.py, where the figures stand.
LIKELY = 70
CERTAIN = 100
NAME_POINTS = CERTAIN - days.SAME
# Names less alike than this have nothing in common but letters.
FROM_HERE = 0.6
# Alike enough to be mentioned as a reason.
NEAR_NAME = 0.85
# The same given name and the same real day, with another family name: marriage, or a father's name.
OTHER_FAMILY_NAME, SAME_GIVEN = 70, 0.95
# Another authority's temporary number is written by hand and may be somebody else's.
SAME_INTERIM = 95
# A person first gets a coordination number and later a personal number with the same day.
NUMBER_CAME_LATER = 8
# One person never has two personal numbers, so then everything else is chance or a mistake in writing.
TWO_NUMBERS = 50
BIRTHDAY_DIGITS, COORDINATION = 8, 60

_SCRIPTS = {
    ARABIC: N_("samma namn skrivet med arabiska bokstäver"),
    CYRILLIC: N_("samma namn skrivet med kyrilliska bokstäver"),
    GEEZ: N_("samma namn skrivet med etiopiska bokstäver"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """What a record says of who somebody is; ``number`` is twelve digits or empty."""

    given_name: str
    family_name: str = ""
    born: date | None = None
    number: str = ""
    interim: str = ""

    @property
    def birthday(self) -> date | None:
        """The day of birth as told, or as the number says."""
        return self.born or _day_of(self.number)

    @property
    def coordination(self) -> bool:
        return len(self.number) >= BIRTHDAY_DIGITS and int(self.number[6:8]) > COORDINATION


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 100, and why."""

    score: int
    why: tuple[Text, ...] = ()


def likeness(one: Identity, other: Identity) -> Likeness:
    """How likely the two are one person; the same whichever is named first."""
    if one.number and one.number == other.number:
        return Likeness(CERTAIN, (Text(N_("samma personnummer")),))
    name = names.compare(one.given_name, one.family_name, other.given_name, other.family_name)
    points, day = days.compare(one.birthday, other.birthday)
    score = round(NAME_POINTS * max(0.0, (name.alike - FROM_HERE) / (1 - FROM_HERE))) + points
    why = [*_name_reasons(one, other, name), *([Text(day)] if day else ())]
    if score < OTHER_FAMILY_NAME and points == days.SAME and name.given >= SAME_GIVEN:
        score, why = OTHER_FAMILY_NAME, [Text(N_("samma förnamn och födelsedag, men annat efternamn"))]
    return _with_numbers(one, other, min(score, CERTAIN), why, points)


def possible(one: Identity, other: Identity) -> bool:
    """Whether the two may be likely at all, asked before their names are compared."""
    if days.compare(one.birthday, other.birthday)[0] > days.DIFFERENT:
        return True
    return bool((one.number and one.number == other.number) or (one.interim and one.interim == other.interim))


def _name_reasons(one: Identity, other: Identity, name: names.Names) -> list[Text]:
    if name.alike < NEAR_NAME:
        return []
    scripts = {script_of(i.given_name + i.family_name) for i in (one, other)}
    foreign = next((s for s in (ARABIC, CYRILLIC, GEEZ) if s in scripts), "")
    if foreign and len(scripts) > 1:
        found = [Text(_SCRIPTS[foreign])]
    elif _letters(one) == _letters(other):
        found = [Text(N_("samma namn"))]
    else:
        found = [Text(N_("namnen är nästan lika"))]
    return [*found, Text(N_("för- och efternamn är omkastade"))] if name.crossed else found


def _letters(who: Identity) -> list[str]:
    return sorted(f"{who.given_name} {who.family_name}".casefold().split())


def _with_numbers(one: Identity, other: Identity, score: int, why: list[Text], points: int) -> Likeness:
    if one.interim and one.interim == other.interim:
        return Likeness(max(score, SAME_INTERIM), (Text(N_("samma tillfälliga nummer")), *why))
    if one.number and other.number:
        if one.coordination != other.coordination and points == days.SAME:
            reason = Text(N_("samordningsnummer och personnummer med samma födelsedag"))
            return Likeness(min(score + NUMBER_CAME_LATER, CERTAIN), (*why, reason))
        if not one.coordination and not other.coordination:
            return Likeness(min(score, TWO_NUMBERS), (*why, Text(N_("men två olika personnummer"))))
    return Likeness(score, tuple(why))


def _day_of(number: str) -> date | None:
    """The day of birth in a number; in a coordination number sixty is added to the day."""
    if len(number) < BIRTHDAY_DIGITS:
        return None
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    try:
        return date(year, month, day - COORDINATION if day > COORDINATION else day)
    except ValueError:
        return None
