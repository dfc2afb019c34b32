"""Files and functions stay small; the list of exceptions may only shrink."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.repo.tree import ROOT, files, name, syntax

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FUNCTION = 30
BUDGETS = {".py": 150, ".html": 120, ".sh": 120, "tests": 400}
RATCHET = ROOT / "tests" / "repo" / "sizes_ratchet.txt"


def _budget(path: Path) -> int:
    return BUDGETS["tests"] if name(path).startswith("tests/") else BUDGETS[path.suffix]


def _function_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last, without the docstring: explaining is free."""
    explained = 0
    first = function.body[0]
    if ast.get_docstring(function) is not None and first.end_lineno:
        explained = first.end_lineno - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - explained


def _too_large() -> Iterator[tuple[str, int, int]]:
    """Name, size and budget of everything over its budget."""
    for path in files():
        if path.suffix not in BUDGETS or "migrations" in path.parts:
            continue
        lines = len(path.read_text().splitlines())
        if lines > _budget(path):
            yield name(path), lines, _budget(path)
        if path.suffix != ".py":
            continue
        for node in ast.walk(syntax(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _function_lines(node) > FUNCTION:
                yield f"{name(path)}::{node.name}", _function_lines(node), FUNCTION


def _allowed() -> dict[str, int]:
    lines = [line.split("#")[0].split() for line in RATCHET.read_text().splitlines()]
    return {line[0]: int(line[1]) for line in lines if line}


def test_nothing_grows():
    allowed = _allowed()
    grown = [f"{what} {size}" for what, size, budget in _too_large() if size > allowed.get(what, budget)]
    assert not grown, "Dela upp, eller skriv in i sizes_ratchet.txt med skäl:\n" + "\n".join(grown)


def test_the_list_only_holds_what_is_too_large():
    needed = {what: size for what, size, _ in _too_large()}
    loose = [
        f"{what}: nu {needed.get(what, 'inom ramen')}"
        for what, size in _allowed().items()
        if needed.get(what) != size
    ]
    assert not loose, "Listan får bara krympa; skriv dagens mått eller stryk raden:\n" + "\n".join(loose)
