"""Collects the Swedish sentences of the product for translation, checks the translations and compiles them.

Django's own makemessages needs the gettext programs on every machine and does not know our marker N_.
`sentences.py` finds the sentences; nothing is needed but polib.

    python scripts/messages.py collect    writes src/byggsten/locale/*/LC_MESSAGES/django.po
    python scripts/messages.py check      says what is missing or stale; exit code 1 if anything is
    python scripts/messages.py compile    writes the .mo files whose .po is newer
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import polib
from sentences import SOURCE, Sentence, collect

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en",)
_BLANK = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


def catalogue(language: str) -> Path:
    """Where a language's sentences are kept."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"


def renewed(language: str) -> polib.POFile:
    """The catalogue with today's sentences: translations kept, new ones empty, unused ones gone."""
    path = catalogue(language)
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    kept = {Sentence(e.msgid, e.msgid_plural, e.msgctxt or ""): e for e in old}
    new = polib.POFile(wrapwidth=100)
    new.metadata = {
        "Project-Id-Version": "byggsten",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for sentence, files in collect().items():
        entry = kept.get(sentence) or polib.POEntry(
            msgid=sentence.text,
            msgid_plural=sentence.plural,
            msgctxt=sentence.context or None,
            msgstr_plural={0: "", 1: ""} if sentence.plural else {},
        )
        # Files without lines: a moved line should not change the catalogue.
        entry.occurrences = [(file, "") for file in sorted(files)]
        new.append(entry)
    return new


def _blanks(*texts: str) -> set[str]:
    return {"".join(names) for text in texts for names in _BLANK.findall(text)}


def faults(language: str) -> list[str]:
    """What a reader of this language would notice, one sentence each; empty when all is well."""
    path = catalogue(language)
    if not path.exists():
        return [f"{language}: katalogen saknas; kör make messages."]
    po, wanted = polib.pofile(str(path)), renewed(language)
    have = {Sentence(e.msgid, e.msgid_plural, e.msgctxt or "") for e in po}
    want = {Sentence(e.msgid, e.msgid_plural, e.msgctxt or "") for e in wanted}
    found = [f"{language}: används inte längre: {s.text!r}; kör make messages." for s in sorted(have - want)]
    for entry in wanted:
        versions = list(entry.msgstr_plural.values()) or [entry.msgstr]
        if entry.fuzzy or not all(versions):
            found.append(f"{language}: saknar översättning: {entry.msgid!r} ({entry.occurrences[0][0]})")
        elif extra := _blanks(*versions) - _blanks(entry.msgid, entry.msgid_plural):
            found.append(f"{language}: okänd lucka {sorted(extra)} i översättningen av {entry.msgid!r}")
        elif lost := _blanks(entry.msgid) - _blanks(*versions):
            found.append(f"{language}: luckan {sorted(lost)} saknas i översättningen av {entry.msgid!r}")
    return found


def compile_new() -> None:
    """Write the compiled catalogue wherever it is older than its source."""
    for po in sorted(SOURCE.glob("locale/*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            polib.pofile(str(po)).save_as_mofile(str(mo))


def main(verb: str) -> int:
    """Do one of the verbs of the module's first lines; return the exit code."""
    if verb == "compile":
        compile_new()
        return 0
    if verb == "collect":
        for language in LANGUAGES:
            catalogue(language).parent.mkdir(parents=True, exist_ok=True)
            renewed(language).save(str(catalogue(language)))
        compile_new()
    found = [fault for language in LANGUAGES for fault in faults(language)]
    print("\n".join(found) or "Alla texter är översatta.")
    return 1 if found and verb == "check" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
