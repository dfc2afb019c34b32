"""Made-up names in the languages of those who come, and how common each language is."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from byggsten.domain.people import Sex

if TYPE_CHECKING:
    from random import Random

# One in so many households carries a made-up Swedish family name.
SWEDISH_ONE_IN = 4


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language, its share of a hundred households, and names used among those who speak it."""

    code: str
    share: int
    women: list[str]
    men: list[str]
    family: list[str]

    def given(self, lot: Random, sex: Sex) -> str:
        """A given name."""
        return lot.choice(self.women if sex is Sex.WOMAN else self.men)


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    swedish_family_names: list[str]
    languages: list[Language]


@functools.cache
def names() -> _Names:
    """The lists as they stand in the data file."""
    text = (resources.files("byggsten.simulate") / "data" / "names.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=_Names)


def draw_language(lot: Random) -> Language:
    """A household's first language."""
    languages = names().languages
    return lot.choices(languages, [language.share for language in languages])[0]


def draw_family(lot: Random, language: Language) -> str:
    """A household's family name."""
    if lot.randrange(SWEDISH_ONE_IN) == 0:
        return lot.choice(names().swedish_family_names)
    return lot.choice(language.family)
