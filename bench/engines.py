"""The engines that are compared, each in its environment, asked in turn and held to the same answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.slice_data import Population

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
    """What one engine's runs over one population took."""

    engine: Engine
    load_s: float
    resident_mb: float
    wall_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    # Bytes that one question must move, where the driver knows; 0: all the hours.
    touched: int = 0

    @property
    def seconds(self) -> float:
        return median(self.wall_s)


class Worker:
    """A process of one engine that waits to be asked (see bench/worker.py)."""

    def __init__(self, engine: Engine) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
        self.engine = engine
        self._process = subprocess.Popen(
            [engine.python, "-m", "bench.worker", engine.driver],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT,
        )  # fmt: skip

    def ask(self, **question: object) -> dict[str, Any]:
        """Send one question and wait for its answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.engine.name} ended with code {self._process.wait()}; see above")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> None:
        """Let the process end."""
        with self._process:
            assert self._process.stdin
            self._process.stdin.close()


class Team:
    """Engines side by side, given the same people and asked in turn."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._workers = [Worker(engine) for engine in engines]
        self._runs: list[Runs] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def load(self, population: Population) -> None:
        """Give everybody the same people, through files."""
        with tempfile.TemporaryDirectory() as folder:
            population.save(Path(folder))
            said = [worker.ask(load=folder) for worker in self._workers]
        self._runs = [Runs(w.engine, **s) for w, s in zip(self._workers, said, strict=True)]

    def agree(self, day: int) -> str:
        """The one answer that all give; not timed, since it includes compiling.  Raises Disagreement."""
        answers = {worker.engine.name: worker.ask(day=day)["check"] for worker in self._workers}
        if len(set(answers.values())) != 1:
            told = "\n".join(f"  {name}: {answer}" for name, answer in answers.items())
            raise Disagreement(f"the engines disagree:\n{told}")
        return str(next(iter(answers.values())))

    def time(self, day: int, rounds: int) -> list[Runs]:
        """Time all in turn, each time held to the answer that they agreed on."""
        expected = self.agree(day)
        for _ in range(rounds):
            for worker, runs in zip(self._workers, self._runs, strict=True):
                said = worker.ask(day=day)
                if said["check"] != expected:
                    raise Disagreement(f"{worker.engine.name} gave another answer to the same question")
                runs.wall_s.append(said["wall_s"])
                runs.cpu_s.append(said["cpu_s"])
                runs.peak_mb = max(runs.peak_mb, said["peak_mb"])
                runs.touched = said["touched"]
        return self._runs
