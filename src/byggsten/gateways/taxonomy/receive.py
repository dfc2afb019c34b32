"""Take in a taxonomy: all its files together, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.actions.taxonomy import ConceptToKeep, keep_concepts
from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.taking_in import one_file
from byggsten.gateways.taxonomy.parse import Gathered, NoConcepts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.gateways.taking_in import FileNote, Tally


@dataclass(slots=True)
class TaxonomyFiles:
    """The files of one taxonomy: how many concepts are ``gone`` from it, and how many it has of each kind."""

    gone: int = 0
    kinds: dict[str, int] = field(default_factory=dict)

    def take_in(
        self,
        files: Iterable[tuple[str, bytes]],
        note: FileNote,
        tally: Tally,
        *,
        dry_run: bool = False,
        allow_fewer: bool = False,
    ) -> None:
        """Read and write.  Raises FileRefused and TooManyGone, and nothing is then saved."""
        gathered = read_all(files, tally)
        told = [
            ConceptToKeep(
                concept_id,
                found.kind,
                found.label,
                found.english,
                found.code,
                found.broader,
                tuple(found.words),
            )
            for concept_id, found in gathered.concepts.items()
        ]
        tally.read = len(told)
        for one in told:
            self.kinds[one.kind] = self.kinds.get(one.kind, 0) + 1
        with one_file(note, tally, dry_run=dry_run):
            tally.counts, self.gone = keep_concepts(
                told, whole=gathered.whole, by=note.by, at=note.at, allow_fewer=allow_fewer, watch=tally.watch
            )


def read_all(files: Iterable[tuple[str, bytes]], tally: Tally) -> Gathered:
    """What all the files say together; of several, those that hold other things than concepts are named."""
    gathered, passed_over = Gathered(), []
    for name, data in files:
        try:
            gathered.add(data)
        except NoConcepts:
            passed_over.append(name)
        except FileRefused as refusal:
            place = f"{name}, {refusal.place}" if refusal.place else name
            raise FileRefused(refusal.what, place) from None
    if not gathered.concepts:
        raise NoConcepts
    tally.notices += [
        Text(N_("%(file)s innehåller inga begrepp och lästes inte."), {"file": name}) for name in passed_over
    ]
    return gathered
