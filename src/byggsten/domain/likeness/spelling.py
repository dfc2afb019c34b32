"""A name as it can be compared whatever its spelling and script: «Muhamed», «Mohammad» and «محمد»."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from anyascii import anyascii

# As many spellings as are kept ready; a list of people repeats its names.
KEPT = 65_536
ARABIC, CYRILLIC, GEEZ = "arabic", "cyrillic", "geez"
_SCRIPTS = (
    (ARABIC, re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    (CYRILLIC, re.compile("[\u0400-\u052f]")),
    (GEEZ, re.compile("[\u1200-\u139f\u2d80-\u2ddf]")),
)
_ARTICLE = re.compile(r"(?<![\w])ال(?=\w{2})")
# «al-», «el-» and what stands between a name and the father's.
_SMALL_WORDS = frozenset({"al", "el", "ul", "bin", "ibn", "bint", "ben"})
# Different ways to write one sound in Latin letters, the longer first.
_SOUNDS = (
    ("sch", "c"), ("sh", "c"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("zh", "z"), ("ph", "f"), ("ck", "k"), ("ts", "z"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("x", "h"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("o", "u"), ("e", "i"),
)  # fmt: skip
# C alone is k, once «ch» and «sh» have become c: so the two are told apart before.
_LONE_C = re.compile(r"(?<!s)c(?!h)")
_DOUBLED = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """One word of a name: its sounds, its consonants, and the consonants that every script writes."""

    sounds: str
    consonants: str
    bare: str
    script: str


@functools.lru_cache(maxsize=KEPT)
def words(name: str) -> tuple[Word, ...]:
    """The words of a name, the small ones left out unless there is nothing else."""
    script = script_of(name)
    latin = anyascii(_ARTICLE.sub("", name)).casefold().replace("'", "").replace("`", "")
    parts = [part for part in _NO_LETTER.split(latin) if part]
    kept = [part for part in parts if part not in _SMALL_WORDS] or parts
    return tuple(_word(part, script) for part in kept)


def script_of(name: str) -> str:
    """The script the name is written in; "" for Latin and every other."""
    return next((script for script, letters in _SCRIPTS if letters.search(name)), "")


def _word(part: str, script: str) -> Word:
    sounds = _LONE_C.sub("k", part)
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    sounds = _DOUBLED.sub(r"\1", sounds)
    # The last h is silent: «Sarah», «Fatimah», and the Arabic ending that is written so.
    sounds = sounds.removesuffix("h") or sounds
    consonants = _DOUBLED.sub(r"\1", re.sub("[aiu]", "", sounds).replace("g", "h"))
    # Arabic writes u and w, i and y, with the same letters, and short vowels not at all.
    return Word(sounds, consonants, _DOUBLED.sub(r"\1", consonants.replace("v", "")), script)
