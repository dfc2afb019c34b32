"""What lies in the repository, as git knows it."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "byggsten"


@cache
def files(*, under: str = "", suffix: str = "") -> tuple[Path, ...]:
    """Files that are committed or would be, in order of name."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", under or "."]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    found = {ROOT / name for name in listed if name.endswith(suffix) and name}
    return tuple(sorted(path for path in found if path.is_file()))


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text())


def name(path: Path) -> str:
    """The path from the repository's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def pyproject() -> dict[str, Any]:
    """The project's own description."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())
