"""Documents keep what they promise: links lead somewhere, verbs, settings and decisions are listed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests.repo.tree import PACKAGE, ROOT, files, name, syntax

DOCUMENTS = files(suffix=".md")
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path):
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(), flags=re.DOTALL)
    targets = [link for link in _LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    dead = [
        link for link in targets if link.split("#")[0] and not (path.parent / link.split("#")[0]).exists()
    ]
    assert not dead


def _verbs() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_verb_is_documented():
    told = set(re.findall(r"^\| `make ([a-z-]+)`", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE))
    assert told == _verbs()


def test_the_verbs_are_few():
    assert len(_verbs()) <= 15


def test_documents_name_only_verbs_that_exist():
    told = {verb for path in DOCUMENTS for verb in re.findall(r"`make ([a-z-]+)", path.read_text())}
    assert told <= _verbs()


def _variables() -> set[str]:
    """Environment variables that the configuration reads: the first argument of any call with such a name."""
    first = [
        node.args[0].value
        for path in (PACKAGE / "config").glob("*.py")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
    ]
    return {v for v in first if re.fullmatch(r"BYGGSTEN_[A-Z_]+|[A-Z]+_KEY|[A-Z]+_URL", str(v))}


def test_every_setting_is_documented():
    told = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/reference/settings.md").read_text(), re.MULTILINE)
    assert len(told) == len(set(told))
    assert set(told) == _variables()


def test_decisions_are_numbered_without_gaps():
    records = sorted(path.name for path in (ROOT / "docs/adr").glob("*.md"))
    assert [record[:4] for record in records] == [f"{n:04}" for n in range(1, len(records) + 1)]
    for record in records:
        text = (ROOT / "docs/adr" / record).read_text()
        assert text.startswith(f"# {record[:4]} "), record
        assert re.search(r"^Date: \d{4}-\d\d-\d\d\. Status: \w", text, re.MULTILINE), record
        assert re.findall(r"^## (\w+)", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], record


def test_how_to_titles_say_how_to():
    assert not [
        name(p) for p in (ROOT / "docs/how-to").glob("*.md") if not p.read_text().startswith("# How to ")
    ]


def test_the_version_is_one():
    version = re.search(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert version
    assert f"softwareVersion: {version[1]}" in (ROOT / "publiccode.yml").read_text()
    assert f"## {version[1]} " in (ROOT / "CHANGELOG.md").read_text()


def test_the_map_names_what_exists():
    named = re.findall(r"`((?:src|tests|docs)/[\w./-]+)`", (ROOT / "docs/map.md").read_text())
    assert len(named) > 15
    assert not [path for path in named if not (ROOT / path).exists()]


def test_the_map_has_every_floor():
    floors = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/map.md").read_text(), re.MULTILINE)) == floors


def test_the_reference_is_as_the_code():
    script = [sys.executable, ROOT / "scripts" / "reference.py", "check"]
    found = subprocess.run(script, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
