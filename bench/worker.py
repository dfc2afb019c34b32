"""One engine in a process of its own, which answers each line of its input.

Run as ``python -m bench.worker DRIVER``.
All engines of a comparison wait side by side and are asked in turn, so that other work on the machine
falls on all of them alike.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.slice_data import OUTCOMES, Population

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.slice_data import Columns


def fingerprint(found: Columns) -> str:
    """The same for two engines only when all their outcomes are the same for everybody."""
    digest = hashlib.sha256()
    for name in OUTCOMES:
        digest.update(np.ascontiguousarray(found[name]).astype(np.uint8).tobytes())
    return digest.hexdigest()[:16]


def resident_mb() -> float:
    """Memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Peak(threading.Thread):
    """Watches the process' memory while something runs."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.highest, self._stop_now = resident_mb(), threading.Event()

    def run(self) -> None:
        while not self._stop_now.wait(0.005):
            self.highest = max(self.highest, resident_mb())

    def end(self) -> float:
        self._stop_now.set()
        self.join()
        return self.highest


def main() -> None:
    """Answer each question on a line of its own: {"load": folder} or {"day": number}."""
    module_name, _, option = sys.argv[1].partition(":")
    module = importlib.import_module(f"bench.drivers.{module_name}")
    data: Any = None
    for line in sys.stdin:
        question = json.loads(line)
        if "load" in question:
            # The old data goes before the new comes.
            data = None
            begun = time.perf_counter()
            population = Population.read(Path(question["load"]))
            data = module.load(population, option) if option else module.load(population)
            del population
            _say({"load_s": time.perf_counter() - begun, "resident_mb": resident_mb()})
        else:
            answer = timed(lambda day: module.run(data, day), question["day"])  # noqa: B023
            _say(answer | {"touched": getattr(data, "touched", 0)})


def timed(run: Callable[[int], Columns], day: int) -> dict[str, object]:
    """One run: its time, its memory and the mark of its outcomes."""
    peak = Peak()
    peak.start()
    wall, cpu = time.perf_counter(), time.process_time()
    found = run(day)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"wall_s": wall, "cpu_s": cpu, "peak_mb": peak.end(), "check": fingerprint(found)}


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
