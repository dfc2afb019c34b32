"""How far a long piece of work has come, on standard error, once it has lasted a second."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.cli.interrupts import stop_if_asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    T = TypeVar("T")

FIRST_AFTER, THEN_EVERY = 1.0, 0.2
ERASE_LINE = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """A line that tells how far the work is.  Shown on a terminal, or when ``shown`` is set."""

    what: str
    total: int | None = None
    shown: bool | None = None
    _started: float = field(init=False)
    _next: float = field(init=False)
    _written: bool = False

    def __post_init__(self) -> None:
        if self.shown is None:
            self.shown = sys.stderr.isatty()
        self._started = time.monotonic()
        self._next = self._started + FIRST_AFTER

    def at(self, done: int) -> None:
        """Tell how many are done, if it is time to; stop if Ctrl-C was pressed and went unheard."""
        stop_if_asked()
        moment = time.monotonic()
        if not self.shown or moment < self._next:
            return
        self._next = moment + THEN_EVERY
        share = f" av {_grouped(self.total)} ({done * 100 // self.total} %)" if self.total else ""
        self._write(f"{self.what}: {_grouped(done)}{share}, {int(moment - self._started)} s")

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Hand on the items one by one while telling how many have gone."""
        done = 0
        try:
            for done, item in enumerate(items, 1):
                yield item
                self.at(done)
        finally:
            self.end()

    def end(self) -> None:
        """Take the line away from a terminal; elsewhere what was told stays."""
        if self._written and sys.stderr.isatty():
            sys.stderr.write(ERASE_LINE)
            sys.stderr.flush()
        self._written = False

    def _write(self, text: str) -> None:
        # Elsewhere than on a terminal each message gets its own line, so that a log can be read.
        sys.stderr.write(f"{ERASE_LINE}{text}" if sys.stderr.isatty() else f"{text}\n")
        sys.stderr.flush()
        self._written = True


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")
