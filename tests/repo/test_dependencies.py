"""Every dependency has a reason beside it, is locked with hashes, and is used."""

from __future__ import annotations

import ast
import re
from importlib.metadata import packages_distributions
from sys import stdlib_module_names
from typing import TYPE_CHECKING

import pytest

from tests.repo.tree import ROOT, files, pyproject, syntax

if TYPE_CHECKING:
    from pathlib import Path

PYPROJECT = (ROOT / "pyproject.toml").read_text().splitlines()
_NAME = re.compile(r"[A-Za-z0-9_.-]+")


def _key(requirement: str) -> str:
    found = _NAME.match(requirement)
    assert found, requirement
    return found[0].lower().replace("_", "-")


def _declared() -> set[str]:
    project = pyproject()["project"]
    return {
        _key(r)
        for group in (project["dependencies"], *project["optional-dependencies"].values())
        for r in group
    }


def test_every_dependency_has_a_reason():
    listed = [
        i for i, line in enumerate(PYPROJECT) if re.match(r'\s+"[a-z0-9_.\[\]-]+[~>=]+[\d.]+",?$', line)
    ]
    assert len(listed) > 20
    bare = []
    for i in listed:
        above = i - 1
        # One reason may stand over several that belong together.
        while above in listed:
            above -= 1
        if not PYPROJECT[above].lstrip().startswith("#"):
            bare.append(PYPROJECT[i].strip())
    assert not bare


@pytest.mark.parametrize("lock", ["run", "production", "dev", "bench", "bench-openfisca", "uv", "node"])
def test_locks_are_hashed(lock):
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / "requirements" / f"{lock}.txt").read_text())
    pinned = [block for block in blocks if re.match(r"[a-z0-9._-]+(\[.*\])?==", block)]
    assert pinned
    assert all("--hash=sha256:" in block for block in pinned)


@pytest.mark.parametrize(("lock", "optional"), [("run", False), ("dev", True)])
def test_locks_hold_what_is_declared(lock, optional):
    project = pyproject()["project"]
    wanted = {_key(r) for r in project["dependencies"]}
    if optional:
        wanted = _declared()
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    assert not {name for name in wanted if not re.search(rf"^{name}(\[.*\])?==", text, re.MULTILINE)}


def test_the_smaller_locks_are_part_of_the_larger():
    def pins(lock: str) -> set[str]:
        text = (ROOT / "requirements" / f"{lock}.txt").read_text()
        return set(re.findall(r"^[a-z0-9._-]+(?:\[.*\])?==\S+", text, re.MULTILINE))

    assert pins("run") <= pins("dev") <= pins("bench")


def _imported(path: Path) -> set[str]:
    """Top names of the packages of others that a file imports when it runs."""
    for_types_only = {
        id(node)
        for block in ast.walk(syntax(path))
        if isinstance(block, ast.If) and getattr(block.test, "id", "") == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    found = set()
    for node in ast.walk(syntax(path)):
        if id(node) in for_types_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found - stdlib_module_names - {"byggsten", "__future__"}


def test_the_domain_uses_four_packages():
    """Decided in docs/adr/0011; a fifth needs a decision of its own."""
    used = {
        (package, path.name)
        for path in files(under="src/byggsten/domain", suffix=".py")
        for package in _imported(path)
    }
    assert used == {
        ("holidays", "dates.py"), ("personnummer", "people.py"), ("anyascii", "spelling.py"),
        ("rapidfuzz", "names.py"),
    }  # fmt: skip


def test_what_is_imported_is_declared():
    """What the product imports comes from a package that it declares itself, not from a neighbour's."""
    providers = packages_distributions()
    undeclared = {
        f"{package} ({path.name})"
        for path in files(under="src", suffix=".py")
        for package in _imported(path)
        if not {_key(d) for d in providers.get(package, [package])} & _declared()
    }
    assert not undeclared


def test_what_is_declared_is_used():
    """A dependency that nothing names has no reason left."""
    text = "\n".join(path.read_text() for path in files(under="src") if path.suffix in {".py", ".html"})
    modules = {
        _key(d): module
        for module, ds in packages_distributions().items()
        for d in ds
        if not module.startswith("_")
    }
    named = {"psycopg": "postgresql", "argon2-cffi": "Argon2PasswordHasher"}
    assert not {d for d in _declared() if named.get(d, modules.get(d, d)) not in text}
