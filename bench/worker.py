"""One engine in a process of its own: loads once, then answers each line of its input with one measured run.

Run as ``python -m bench.worker DRIVER FOLDER``.
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

import numpy as np

from bench.slice_data import AS_OF, OUTCOMES, Columns, Population


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
        self.highest, self._stop_now = 0.0, threading.Event()

    def run(self) -> None:
        while not self._stop_now.wait(0.005):
            self.highest = max(self.highest, resident_mb())

    def end(self) -> float:
        self._stop_now.set()
        self.join()
        return self.highest


def main() -> None:
    """Load, say so, and run once for each line read."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    module_name, _, option = name.partition(":")
    module = importlib.import_module(f"bench.drivers.{module_name}")
    population = Population.read(folder)
    begun = time.perf_counter()
    data = module.load(population, option) if option else module.load(population)
    del population
    _say({"load_s": time.perf_counter() - begun, "resident_mb": resident_mb()})
    for line in sys.stdin:
        day = int(line) if line.strip() else AS_OF
        peak = Peak()
        peak.start()
        wall, cpu = time.perf_counter(), time.process_time()
        found = module.run(data, day)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        _say({"wall_s": wall, "cpu_s": cpu, "peak_mb": peak.end(), "check": fingerprint(found)})


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
