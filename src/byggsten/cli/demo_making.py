"""Making a demonstration: drawn, recorded and assessed, and nothing kept if it is interrupted."""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.cli import demo_store
from byggsten.cli.clock import now
from byggsten.cli.exits import Exit, Stop
from byggsten.cli.progress import Progress
from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from datetime import date

    from byggsten.actions.demo import Loaded
    from byggsten.cli.output import Output

PASSWORD = "byggsten"  # noqa: S105 - said on the page where one signs in to the demonstration
INTERRUPTED = N_("Du avbröt. Ingen ny demonstration sparades.")
# What a thousand people take on an ordinary laptop; told so that nobody wonders.
SECONDS_A_THOUSAND = 25


@dataclass(frozen=True, slots=True)
class Wanted:
    """The municipality that was asked for."""

    seed: int
    persons: int
    until: date


def make(wanted: Wanted, output: Output) -> Loaded:
    """Make the municipality; interrupted, nothing of it is kept."""
    from byggsten.actions import demo as store  # noqa: PLC0415 - Django must be started first
    from byggsten.queries.rules import rules_here  # noqa: PLC0415
    from byggsten.simulate.municipality import make_municipality  # noqa: PLC0415

    begun, shown = time.monotonic(), Progresses()
    guess = max(5, wanted.persons * SECONDS_A_THOUSAND // 1000)
    output.tell(f"Gör en påhittad kommun med {wanted.persons} personer. Det tar ungefär {guess} sekunder.")
    # A fault in the rules is better told before the work than after it.
    rules_here()
    try:
        with demo_store.anew():
            demo_store.migrate()
            municipality = make_municipality(wanted.seed, wanted.persons, wanted.until)
            made = store.load(municipality, password=PASSWORD, at=now(), told=shown.at)
    except KeyboardInterrupt:
        raise Stop(Exit.INTERRUPTED, INTERRUPTED) from None
    finally:
        shown.end()
    seconds = time.monotonic() - begun
    output.tell(
        f"Klar på {seconds:.0f} sekunder: {_grouped(made.people)} personer, "
        f"{_grouped(made.sessions)} tillfällen, {_grouped(made.accounts)} närvarouppgifter och "
        f"{_grouped(made.weeks)} bedömda veckor till och med {made.until}. "
        f"Som mest användes {peak_megabytes()} MB minne."
    )
    return made


class Progresses:
    """One line of progress for each kind of work, the next when the former is done."""

    def __init__(self) -> None:
        self._line: Progress | None = None

    def at(self, what: str, done: int, total: int) -> None:
        """Tell that so many are done."""
        if self._line is None or self._line.what != what:
            self.end()
            self._line = Progress(what, total)
        self._line.at(done)

    def end(self) -> None:
        """Leave the line."""
        if self._line is not None:
            self._line.end()
            self._line = None


def peak_megabytes() -> int:
    """The most memory this process has held, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (2**20 if sys.platform == "darwin" else 1024)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")
