"""The languages that somebody speaks well, by the codes that groups are held in.

Claims name a language in words, the catalogue by its code; a name that is not here stands for no code.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.competence import Topic
from byggsten.domain.competence.contents import Language
from byggsten.domain.competence.topics import Proficiency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.competence_estimate.what_is_told import Told

WELL = frozenset({Proficiency.GOOD, Proficiency.VERY_GOOD, Proficiency.FLUENT})
# «Kurdiska» alone is two languages and more, and says none of them.
NAMES: Mapping[str, str] = MappingProxyType({
    "albanska": "sq", "amhariska": "am", "arabiska": "ar", "armeniska": "hy", "azerbajdzjanska": "az",
    "bengali": "bn", "bosniska": "bs", "burmesiska": "my", "dari": "prs", "engelska": "en", "farsi": "fa",
    "franska": "fr", "georgiska": "ka", "hindi": "hi", "kinyarwanda": "rw", "kurmanji": "kmr",
    "nordkurdiska": "kmr", "lingala": "ln", "mandarin": "zh", "mongoliska": "mn", "nepali": "ne",
    "nepalesiska": "ne", "oromo": "om", "oromiska": "om", "pashto": "ps", "persiska": "fa", "polska": "pl",
    "portugisiska": "pt", "rumänska": "ro", "ryska": "ru", "serbiska": "sr", "somaliska": "so",
    "sorani": "ckb", "centralkurdiska": "ckb", "spanska": "es", "swahili": "sw", "thai": "th",
    "thailändska": "th", "tigrinja": "ti", "tigrinska": "ti", "tigrinya": "ti", "turkiska": "tr",
    "tyska": "de", "ukrainska": "uk", "urdu": "ur", "uzbekiska": "uz", "vietnamesiska": "vi",
})  # fmt: skip
_CODE = re.compile(r"[a-z]{2,3}")
_WORDS = re.compile(r"\w+")


def spoken_well(told: Told) -> tuple[str, ...]:
    """The codes of the languages that are spoken well or better, each once."""
    spoken = (one for one in told.contents(Topic.LANGUAGE, Language) if one.spoken in WELL)
    return tuple(dict.fromkeys(code for one in spoken for code in codes_of(one.language.label)))


def codes_of(label: str) -> tuple[str, ...]:
    """What a name stands for: a code of its own, or each name in it («Persiska (farsi)»)."""
    name = label.strip().casefold()
    if _CODE.fullmatch(name):
        return (name,)
    return tuple(dict.fromkeys(NAMES[word] for word in _WORDS.findall(name) if word in NAMES))
