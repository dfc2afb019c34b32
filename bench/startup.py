"""How long it takes from pressing Enter: help, and a week of a case file explained, each in a new process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.engines import ROOT
from bench.timing import Spread, spread_of

CASE = ROOT / "docs" / "examples" / "fall-amina.json"
COMMANDS: dict[str, tuple[str, ...]] = {
    "byggsten --help": ("--help",),
    "byggsten explain amina 2026-W46 --case": (
        "explain", "amina", "2026-W46", "--as-of", "2026-11-23", "--case", str(CASE),
    ),
}  # fmt: skip


def measure(*, rounds: int) -> dict[str, Spread]:
    """Seconds for each command, after a first time that fills the disk cache and is not counted."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        # As for anybody: Python keeps what it has compiled, which some test environments forbid.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        for shown, arguments in COMMANDS.items():
            times = [_once(arguments, environment) for _ in range(rounds + 1)][1:]
            found[shown] = spread_of([[t] for t in times])
    return found


def _once(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    program = Path(sys.executable).with_name("byggsten")
    begun = time.perf_counter()
    subprocess.run([program, *arguments], check=True, capture_output=True, cwd=ROOT, env=environment)
    return time.perf_counter() - begun
