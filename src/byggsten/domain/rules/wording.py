"""How values and sentences are shown: days in words, minutes as hours, yes and no, blanks filled in."""

from __future__ import annotations

import functools

from byggsten.domain.rules.calendar import NEVER_DAY, as_date
from byggsten.domain.rules.expressions import Type
from byggsten.domain.rules.kinds import Words

_MONTHS = {
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_YES = {"sv": ("nej", "ja"), "en": ("no", "yes")}
NEVER_WORD = Words("aldrig", "never")
UNKNOWN_WORD = Words("okänt", "unknown")
MISSING_WORD = Words("saknas", "missing")
MINUTES = "minuter"
_UNITS = {
    "minuter": "minutes",
    "timmar": "hours",
    "dagar": "days",
    "veckor": "weeks",
    "månader": "months",
    "procent": "per cent",
    "barn": "children",
    "personer": "persons",
    "gånger": "times",
    "dag": "day",
    "vecka": "week",
    "månad": "month",
    "år": "years",
}
# From this number on digits are grouped in threes; below it Swedish writes them together.
_GROUPED = 10_000


def language_of(language: str) -> str:
    """«en» for any kind of English, otherwise «sv»."""
    return "en" if language.startswith("en") else "sv"


@functools.lru_cache(maxsize=1 << 14)
def day_text(day: int, language: str) -> str:
    """«27 november 2026»; a day that never came is «aldrig»."""
    if day >= NEVER_DAY:
        return NEVER_WORD.text(language)
    found = as_date(day)
    return f"{found.day} {_MONTHS[language][found.month - 1]} {found.year}"


def number_text(number: int) -> str:
    """Digits, grouped with a no-break space from ten thousand."""
    return str(number) if abs(number) < _GROUPED else f"{number:,}".replace(",", "\u00a0")


def minutes_text(minutes: int, language: str) -> str:
    """«40 timmar», «1 timme 30 minuter», «45 minuter»."""
    sign, rest = ("−" if minutes < 0 else ""), abs(minutes)
    hours, left = divmod(rest, 60)
    one, many, minute, some = (
        ("timme", "timmar", "minut", "minuter")
        if language == "sv"
        else ("hour", "hours", "minute", "minutes")
    )
    parts = [f"{number_text(hours)} {one if hours == 1 else many}"] if hours else []
    if left or not hours:
        parts.append(f"{left} {minute if left == 1 else some}")
    return sign + " ".join(parts)


def unit_text(unit: str, language: str) -> str:
    """The unit in the language; a unit we have no English for stays as it is."""
    return " ".join(_UNITS.get(word, word) for word in unit.split()) if language == "en" else unit


def value_text(value: int, kind: Type, unit: str, language: str) -> str:
    """A value as it stands in a sentence.  Numbers come without their unit, except minutes."""
    if kind is Type.DATE:
        return day_text(value, language)
    if kind is Type.TRUTH:
        return _YES[language][bool(value)]
    return minutes_text(value, language) if is_minutes(unit) else number_text(value)


def with_unit(value: int, kind: Type, unit: str, language: str) -> str:
    """A value as it stands alone: a number with its unit."""
    text = value_text(value, kind, unit, language)
    rest = unit.removeprefix(MINUTES).strip() if is_minutes(unit) else unit
    return f"{text} {unit_text(rest, language)}" if kind is Type.NUMBER and rest else text


def is_minutes(unit: str) -> bool:
    """Whether a unit is minutes, of anything: «minuter», «minuter per vecka»."""
    return unit.split(" ", maxsplit=1)[0] == MINUTES


def listed(words: list[str], language: str, last: str = "") -> str:
    """«a, b och c»; ``last`` is the word before the last, och/and when empty."""
    word = last or ("och" if language == "sv" else "and")
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}" if words else ""


def lower_first(label: str) -> str:
    """A label inside a sentence: small first letter, unless the word is an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or len(label) == 1 else label
