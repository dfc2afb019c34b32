"""The PO files: one a language, each entry with its translation and its review state."""

from __future__ import annotations

import functools
import gettext
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import polib

from byggsten.wording.review import ReviewState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FOLDER = Path(__file__).parent / "po"
# What gives the words: the Swedish, its numbers and days, and the translations.
SOURCES = ("sentences.py", "languages.py", "saying.py")


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation; ``forms`` has one text, or one for each plural form of the language."""

    forms: tuple[str, ...]
    state: ReviewState
    meaning: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of a language by the Swedish; ``fraction`` is the plural form of 37,5."""

    entries: Mapping[str, Entry]
    form_of: Callable[[int], int]
    fraction: int


@functools.cache
def catalogue(language: str) -> Catalogue:
    """Read the language's file; kept for the life of the process."""
    return read((FOLDER / f"{language}.po").read_text(encoding="utf-8"))


def read(text: str) -> Catalogue:
    """The catalogue of a PO file's text; entries without a translation are left out."""
    found = polib.pofile(text)
    formula = re.search(r"plural=(.*?);", found.metadata["Plural-Forms"])
    if formula is None:
        raise ValueError("Plural-Forms saknas i PO-filens huvud.")
    entries = {}
    for entry in found:
        forms = tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)) or (entry.msgstr,)
        if all(forms):
            entries[entry.msgid] = Entry(forms, _state(entry.flags), entry.comment.strip())
    return Catalogue(
        MappingProxyType(entries),
        gettext.c2py(formula[1]),
        int(found.metadata["X-Fraction-Form"]),
    )


def _state(flags: list[str]) -> ReviewState:
    """The lowest state that is flagged; without a flag nobody is known to have read it."""
    for state in (ReviewState.MACHINE, ReviewState.CHECKED, ReviewState.APPROVED):
        if state.value in flags:
            return state
    return ReviewState.MACHINE


@functools.cache
def wording_version() -> str:
    """Twelve hexadecimal signs over the Swedish and all translations, review states included."""
    whole = hashlib.sha256()
    paths = [FOLDER.parent / name for name in SOURCES] + sorted(FOLDER.glob("*.po"))
    for path in paths:
        whole.update(f"{path.name}\0{path.read_text(encoding='utf-8')}\0".encode())
    return whole.hexdigest()[:12]
