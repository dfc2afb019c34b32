"""The machine and the versions a run was made with, and how fast it reads memory."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.engines import OPENFISCA, ROOT

PACKAGES = ("numpy", "numba", "polars", "pandas", "django", "waitress")


def described() -> dict[str, str]:
    """Processor, memory, system and versions, for the head of the report."""
    cpu = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    found = {
        "processor": f"{cpu[1] if cpu else platform.processor()}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "commit": _output("git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"),
    }
    return found | {name: _version(name) for name in PACKAGES} | {"openfisca-core": _openfisca()}


def load() -> float:
    """Processes that want a core, over the last minute."""
    return os.getloadavg()[0]


def read_bandwidth(mib: int, passes: int) -> float:
    """The best rate at which memory was read, in bytes a second: C where there is a compiler, and NumPy."""
    compiler = shutil.which("cc")
    compiled = _with_compiler(compiler, mib, passes) if compiler else 0.0
    return max(compiled, _with_numpy(mib, passes))


def _with_compiler(compiler: str, mib: int, passes: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "bandwidth"
        source = ROOT / "bench" / "bandwidth.c"
        flags = ["-O3", "-march=native", "-fopenmp"]
        built = subprocess.run(
            [compiler, *flags, str(source), "-o", str(program)], capture_output=True, text=True, check=False
        )
        if built.returncode:
            return 0.0
        told = _output(str(program), str(mib), str(passes))
    return max(float(rate) for rate in re.findall(r"([\d.]+) GB/s", told)) * 1e9


def _with_numpy(mib: int, passes: int) -> float:
    import numpy as np  # noqa: PLC0415 - only here, and the quick start must not pay for it

    column = np.ones(mib * 2**20 // 8, np.uint64)
    best = float("inf")
    for _ in range(passes):
        begun = time.perf_counter()
        column.sum()
        best = min(best, time.perf_counter() - begun)
    return column.nbytes / best


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _openfisca() -> str:
    if not OPENFISCA.exists():
        return "not installed"
    asked = "from importlib.metadata import version; print(version('openfisca-core'))"
    return _output(str(OPENFISCA), "-c", asked)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
