"""Says a sentence in a language, and in Swedish beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.wording.catalogue import catalogue
from byggsten.wording.languages import HOUR, LANGUAGES, SWEDISH
from byggsten.wording.review import ReviewState
from byggsten.wording.sentence import Meaning, Sentence

if TYPE_CHECKING:
    from byggsten.wording.catalogue import Catalogue
    from byggsten.wording.languages import Language


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it is said: ``language`` is that of ``text``, Swedish where a translation is missing."""

    swedish: str
    text: str
    language: str
    state: ReviewState
    direction: str
    meaning: Meaning = Meaning.PLAIN

    @property
    def swedish_beside(self) -> bool:
        """Whether the Swedish must stand beside it: a duty or a right in words that nobody has approved."""
        read = self.state in (ReviewState.APPROVED, ReviewState.SOURCE)
        return self.meaning is not Meaning.PLAIN and not read


def said(sentence: Sentence, language: str, **blanks: object) -> Said:
    """The sentence in the language.

    ``minutes`` fills the blank ``hours`` and chooses the plural, as a number of ``days`` does for its own;
    a date is written as the language does.
    """
    days = blanks.get("days")
    counted = days * HOUR if isinstance(days, int) else blanks.get("minutes")
    swedish = _filled(_swedish(sentence, counted), SWEDISH, blanks)
    chosen = LANGUAGES.get(language)
    words = _translated(sentence, chosen, counted)
    if chosen is None or words is None:
        state = ReviewState.SOURCE if language == SWEDISH.code else ReviewState.MISSING
        return Said(swedish, swedish, SWEDISH.code, state, SWEDISH.direction, sentence.meaning)
    text, state = words
    return Said(
        swedish, _filled(text, chosen, blanks), chosen.code, state, chosen.direction, sentence.meaning
    )


def _swedish(sentence: Sentence, minutes: object) -> str:
    many = bool(sentence.plural) and minutes != HOUR
    return sentence.plural if many else sentence.swedish


def _translated(
    sentence: Sentence, language: Language | None, minutes: object
) -> tuple[str, ReviewState] | None:
    if language is None or language is SWEDISH:
        return None
    found = catalogue(language.code)
    entry = found.entries.get(sentence.swedish)
    if entry is None:
        return None
    form = _form(found, minutes) if sentence.plural else 0
    return entry.forms[form], entry.state


def _form(found: Catalogue, minutes: object) -> int:
    """The plural form of a number of hours; that of a fraction is told by the file's head."""
    if not isinstance(minutes, int):
        return found.form_of(2)
    whole, rest = divmod(minutes, HOUR)
    return found.fraction if rest else found.form_of(whole)


def _filled(text: str, language: Language, blanks: dict[str, object]) -> str:

    shown: dict[str, object] = {}
    for name, value in blanks.items():
        if name == "minutes" and isinstance(value, int):
            shown["hours"] = language.hours(value)
        else:
            shown[name] = language.day(value) if isinstance(value, date) else value
    return text % shown if shown else text


def as_it_is(text: str) -> Said:
    """Words that are not ours to translate: a name, or what somebody said."""
    return Said(text, text, SWEDISH.code, ReviewState.SOURCE, SWEDISH.direction)


def in_both(swedish: str, text: str, language: str) -> Said:
    """A number or a time, which each language writes in its way."""
    chosen = LANGUAGES[language]
    return Said(swedish, text, chosen.code, ReviewState.SOURCE, chosen.direction)
