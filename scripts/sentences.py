"""Finds the Swedish sentences of the product that are marked for translation.

Python is read by its syntax tree and templates by Django's own reader.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "byggsten"
MARKERS = {
    "N_": 1, "_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1,
    "ngettext": 2, "ngettext_lazy": 2,
    "pgettext": -1, "pgettext_lazy": -1,
}  # fmt: skip
_STRING = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(_|n?gettext|pgettext)\({_STRING}(?:,\s*{_STRING})?")


class Sentence(NamedTuple):
    """What is marked, as the catalogue knows it."""

    text: str
    plural: str = ""
    context: str = ""


def _sentence(marker: str, strings: list[str]) -> Sentence:
    kind = MARKERS[marker]
    if kind < 0:
        return Sentence(strings[1], context=strings[0])
    return Sentence(strings[0], plural=strings[1] if kind == 2 and len(strings) > 1 else "")


def in_python(source: str) -> list[Sentence]:
    """Every marked string of a Python file."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        strings = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in MARKERS and strings:
            found.append(_sentence(name, strings))
    return found


def in_template(source: str) -> list[Sentence]:
    """Every marked string of a Django template."""
    return [
        _sentence(call[1], [ast.literal_eval(literal) for literal in call.groups()[1:] if literal])
        for call in _CALL.finditer(templatize(source))
    ]


def collect() -> dict[Sentence, set[str]]:
    """Every sentence of the product and the files where it stands."""
    found: dict[Sentence, set[str]] = {}
    for path in sorted(SOURCE.rglob("*")):
        if "vendor" in path.parts or path.suffix not in {".py", ".html", ".txt"}:
            continue
        read = in_python if path.suffix == ".py" else in_template
        for sentence in read(path.read_text()):
            if sentence.text:
                found.setdefault(sentence, set()).add(path.relative_to(ROOT).as_posix())
    return found
