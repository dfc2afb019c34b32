"""Take in a file while the page is being sent: a line at a time of how far it is, then the outcome."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from byggsten.actions.imports import taken_in
from byggsten.actions.reading import log_reading
from byggsten.actions.reception_import import note_file
from byggsten.actions.waiting import retry_waiting
from byggsten.domain.texts import Refusal
from byggsten.gateways.codes import Codes
from byggsten.gateways.population_register.own_unit import OwnUnitFile
from byggsten.gateways.taking_in import FileNote, Tally, one_file
from byggsten.queries.importing import newest
from byggsten.queries.proposals import proposed, side_by_side
from byggsten.queries.rules import rules_here
from byggsten.web.caseworker.duplicates.comparing import compared
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.queries.importing import Sight
    from byggsten.queries.proposals import Proposal
    from byggsten.web.desk import StaffRequest

KIND, PAGE = "persons", "caseworker:import"
# Work that lasts longer than this tells how far it is, and then as often.
FIRST_AFTER, THEN_EVERY = 1.0, 1.0
# As many new pairs as are told here; all of them stand on the page of duplicates.
MOST_PAIRS, HERE = 10, "<!-- here -->"


@dataclass(slots=True)
class Work:
    """One file to take in, and what became of it."""

    actor: Actor
    sight: Sight
    data: bytes
    table: bool
    name: str
    source: str
    sha256: str
    at: datetime
    dry_run: bool
    tally: Tally = field(default_factory=Tally)
    before: datetime | None = None
    alike: tuple[Proposal, ...] = ()
    new_pairs: int = 0
    failed: str = ""
    seconds: float = 0.0

    @property
    def nothing_new(self) -> bool:
        return not (self.tally.counts.written or self.tally.refused or self.failed)

    def steps(self) -> Generator[int, None, None]:
        """Do the work; say after each step how many rows are read.  Closed half-way, nothing is saved."""
        began = time.monotonic()
        codes, by = Codes.of(rules_here()), self.actor.username
        note = FileNote(self.source, KIND, self.sha256, by, self.at)
        self.before = taken_in(source=self.source, kind=KIND, sha256=self.sha256)
        gateway = OwnUnitFile(source=self.source, sight=self.sight, by=by, at=self.at, codes=codes)
        try:
            with one_file(note, self.tally, dry_run=self.dry_run):
                last = newest()
                for _step in gateway.steps(self.data, self.tally, table=self.table):
                    yield self.tally.read
                new = proposed(self.actor, after=last)
                self.new_pairs, self.alike = len(new), side_by_side(new[:MOST_PAIRS])
            if not self.dry_run:
                retry_waiting(by=by, at=self.at)
        except Refusal as refusal:
            self.failed = said(refusal)
        finally:
            # Outside the transaction: what was asked stays known when the file is taken back.
            self._note(gateway.out_of_sight.hits)
        self.seconds = time.monotonic() - began

    def _note(self, hits: int) -> None:
        tally = self.tally
        note_file(
            hits=hits, dry_run=self.dry_run, counts=tally.counts, read=tally.read, refused=tally.refused,
            by=self.actor.username, at=self.at,
        )  # fmt: skip


def told(request: StaffRequest, work: Work, context: Mapping[str, object]) -> Iterator[str]:
    """The page in pieces: its head, the lines while the work goes on, and the outcome."""
    with translation.override(request.language):
        shell = render_to_string("caseworker/importing/working.html", {**context, "work": work}, request)
        head, foot = shell.split(HERE)
        yield head
        last = time.monotonic() + FIRST_AFTER - THEN_EVERY
        with closing(work.steps()) as steps:
            for read in steps:
                if time.monotonic() - last >= THEN_EVERY:
                    last = time.monotonic()
                    yield format_html("<li>{}</li>\n", _("Lästa rader: %(rows)s") % {"rows": read})
        _log(request, work)
        yield render_to_string("caseworker/importing/result.html", _outcome(work), request)
        yield foot


def _log(request: StaffRequest, work: Work) -> None:
    """Written before the names are sent, as for every other page."""
    shown = [side.reference for pair in work.alike for side in (pair.one, pair.other)]
    log_reading(people=shown, page=PAGE, purpose="duplicates", by=work.actor.username, at=request.now)


def _outcome(work: Work) -> dict[str, object]:
    tally = work.tally
    return {
        "work": work,
        "counts": tally.counts,
        "refusals": [(row, spoken(row.text)) for row in tally.refusals],
        "untold": tally.refused - len(tally.refusals),
        "notices": [spoken(text) for text in tally.notices],
        "alike": [compared(pair) for pair in work.alike],
    }
