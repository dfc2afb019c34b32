"""Words: the glossary names what exists, and every Swedish sentence has its translation."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.repo.tree import ROOT, files

_ROW = re.compile(r"^\| [^|]+ \| [^|]+ \| (`[^|]+`) \| [^|]*\|$", re.MULTILINE)


def test_glossary_names_exist_in_the_code():
    rows = _ROW.findall((ROOT / "GLOSSARY.md").read_text())
    assert len(rows) > 30
    code = "\n".join(path.read_text() for path in files(under="src") if path.suffix in {".py", ".yaml"})
    wanted = {part.split(".")[-1] for row in rows for part in re.findall(r"`([\w.]+)`", row)}
    assert not sorted(word for word in wanted if not re.search(rf"\b{word}\b", code))


def test_every_sentence_is_translated():
    found = subprocess.run(
        [sys.executable, ROOT / "scripts" / "messages.py", "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
