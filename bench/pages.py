"""Pages over HTTP from the demonstration, asked in turn with bare pages, and how many questions each asks."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.browsing import HOST, Visitor
from bench.engines import ROOT
from bench.page_server import BARE, NAKED
from bench.timing import Spread, spread_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGN_IN, WORK_LIST = "/logga-in/", "/arbetslista/"
PERSON_LINK = re.compile(r'href="(/person/[^/"?#]+/)"')
FEW, ROUNDS = 100, 4


@dataclass(frozen=True)
class Page:
    """A page's times, its ratio to the bare page of the same run, and its queries with few and all people."""

    name: str
    spread: Spread
    ratio: float
    ratio_p95: float
    queries_few: int
    queries_all: int


@dataclass(frozen=True)
class Pages:
    """All pages; ``bare`` is behind the same middleware and signed in, ``naked`` without any."""

    people: int
    few: int
    bare: Spread
    naked: Spread
    measured: tuple[Page, ...]


def measure(people: int, *, requests: int) -> Pages:
    """Make a demonstration, serve it, and ask."""
    with tempfile.TemporaryDirectory() as folder:
        some = min(FEW, people // 2)
        few = _queries(_made(some, Path(folder) / "few"))
        environment = _made(people, Path(folder) / "all")
        all_ = _queries(environment)
        with _served(environment) as port:
            times = _times(port, requests)
    spreads = {name: spread_of(rounds) for name, rounds in times.items()}
    bare = spreads["bare"]
    measured = tuple(
        Page(name, s, s.median / bare.median, s.p95 / bare.p95, few[name], all_[name])
        for name, s in spreads.items()
        if name not in {"bare", "naked"}
    )
    return Pages(people, some, bare, spreads["naked"], measured)


def _made(people: int, folder: Path) -> dict[str, str]:
    """A demonstration in a folder of its own, and the environment that serves it."""
    environment = os.environ | {
        "BYGGSTEN_DATA": str(folder),
        "BYGGSTEN_DEMO": "ja",
        "BYGGSTEN_LOCAL_RULES": "norrtalje,demo",
        "DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "byggsten.config.settings",
    }
    program = Path(sys.executable).with_name("byggsten")
    command = [program, "demo", "--persons", str(people), "--no-serve", "--json"]
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    return environment


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    """The server with the bare pages, on a port that is free."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.page_server", str(port)], env=environment, cwd=ROOT
    )
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}; its message stands above")
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not answer within half a minute")


def _times(port: int, requests: int) -> dict[str, list[list[float]]]:
    """Seconds by page and round, all pages asked in turn; the person pages are those of the work list."""
    visitor = Visitor(port)
    visitor.sign_in(SIGN_IN, "karin", "byggsten")
    persons = list(dict.fromkeys(PERSON_LINK.findall(visitor.get(WORK_LIST))))
    if not persons:
        raise RuntimeError(f"{WORK_LIST} leads to no person")
    found: dict[str, list[list[float]]] = {n: [] for n in ("naked", "bare", "work list", "person")}
    for number in range(ROUNDS + 1):
        times: dict[str, list[float]] = {name: [] for name in found}
        for k in range(max(5, requests // ROUNDS)):
            paths = {
                "naked": NAKED,
                "bare": BARE,
                "work list": WORK_LIST,
                "person": persons[k % len(persons)],
            }
            for name, path in paths.items():
                times[name].append(visitor.timed(path))
        for name, one in times.items() if number else ():
            found[name].append(one)
    return found


def _queries(environment: dict[str, str]) -> dict[str, int]:
    """Questions to the database by page, counted inside Django in a process of its own."""
    command = [sys.executable, "-m", "bench.page_queries"]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    counted: dict[str, int] = json.loads(told.stdout)
    return counted
