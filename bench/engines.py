"""The engines that are compared, each in its environment, asked in turn and held to the same answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
# OpenFisca pins its own libraries; `scripts/setup-openfisca.sh` makes this environment.
OPENFISCA = ROOT / ".venv-openfisca" / "bin" / "python"


class Disagreement(RuntimeError):
    """Two engines gave different outcomes: no time of theirs means anything."""


@dataclass(frozen=True)
class Engine:
    """An engine and what it needs to run.  ``name`` is what the report calls it."""

    name: str
    driver: str
    packages: tuple[str, ...]
    python: Path = Path(sys.executable)

    def missing(self) -> str:
        """Why it cannot run here, or nothing."""
        if not self.python.exists():
            return f"{self.python.relative_to(ROOT)} saknas; make bench gör den"
        probe = f"import {', '.join(self.packages)}"
        found = subprocess.run([self.python, "-c", probe], capture_output=True, text=True, check=False)
        return "" if found.returncode == 0 else found.stderr.strip().splitlines()[-1]


OURS = Engine("Byggsten, compiled, two threads", "with_byggsten:2", ("numba",))
OURS_ONE = Engine("Byggsten, compiled, one thread", "with_byggsten:1", ("numba",))
OURS_ROWS = Engine("Byggsten, compiled, from the raw rows", "with_byggsten:rows", ("numba",))
OPENFISCA_CORE = Engine("OpenFisca-Core", "with_openfisca", ("openfisca_core",), OPENFISCA)
POLARS = Engine("Polars", "with_polars", ("polars",))
PANDAS = Engine("pandas", "with_pandas", ("pandas",))
ALL = (OURS, OURS_ONE, OURS_ROWS, OPENFISCA_CORE, POLARS, PANDAS)
PLAIN = Engine("Byggsten, plain Python", "with_byggsten_plain", ("yaml",))


@dataclass
class Runs:
    """What one engine's runs took."""

    engine: Engine
    load_s: float
    resident_mb: float
    wall_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    check: str = ""

    @property
    def seconds(self) -> float:
        return median(self.wall_s)


class Worker:
    """A process that has loaded the data and waits to be asked."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
        self._process = subprocess.Popen(
            [engine.python, "-m", "bench.worker", engine.driver, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT,
        )  # fmt: skip
        said = self._read()
        self.runs = Runs(engine, said["load_s"], said["resident_mb"])

    def run(self, *, counted: bool) -> None:
        """Ask for one run; the first is not counted, since it compiles and warms."""
        assert self._process.stdin
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        said, runs = self._read(), self.runs
        if counted:
            runs.wall_s.append(said["wall_s"])
            runs.cpu_s.append(said["cpu_s"])
            runs.peak_mb = max(runs.peak_mb, said["peak_mb"])
        if runs.check and runs.check != said["check"]:
            raise Disagreement(f"{runs.engine.name} gave two answers to the same question")
        runs.check = said["check"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=60)

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the driver ended with code {self._process.wait()}; its message stands above")
        answer: dict[str, Any] = json.loads(line)
        return answer


def compare(engines: Sequence[Engine], folder: Path, rounds: int) -> list[Runs]:
    """Run all engines in turn, ``rounds`` times.  Raises Disagreement before any time is reported."""
    workers = [Worker(engine, folder) for engine in engines]
    try:
        for number in range(rounds + 1):
            for worker in workers:
                worker.run(counted=number > 0)
            if number == 0:
                agree([worker.runs for worker in workers])
    finally:
        for worker in workers:
            worker.__exit__()
    return [worker.runs for worker in workers]


def agree(runs: Sequence[Runs]) -> None:
    """Refuse to go on when any two differ."""
    if len({r.check for r in runs}) != 1:
        told = "\n".join(f"  {r.engine.name}: {r.check}" for r in runs)
        raise Disagreement(f"the engines disagree:\n{told}")
