"""What a register tells beside the person's columns: an interim number, an interpreter, the way to reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.reception_contact import record_reaches
from byggsten.records.models import Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from byggsten.domain.reception import Reach


@dataclass(frozen=True, slots=True)
class Extras:
    """What is told; empty and None: nothing is said, and what is known stays."""

    interim_number: str = ""
    interpreter: bool | None = None
    reach: Reach | None = None


class Told(TypedDict):
    """What ``people.register_people`` takes of it, so that those who are new are written once."""

    interpreters: frozenset[str]
    interim: Mapping[str, str]


def extras_of(told: Mapping[str, Extras]) -> Told:
    """The interpreters and interim numbers that are told."""
    return {
        "interpreters": frozenset(who for who, extras in told.items() if extras.interpreter),
        "interim": {who: extras.interim_number for who, extras in told.items() if extras.interim_number},
    }


@transaction.atomic
def record_extras(told: Mapping[str, Extras], *, by: str, at: datetime) -> Counts:
    """Write what differs for people who are recorded."""
    reaches = {reference: extras.reach for reference, extras in told.items() if extras.reach is not None}
    counts = record_reaches(reaches, by=by, at=at) if reaches else Counts()
    saying = {r: e for r, e in told.items() if e.interim_number or e.interpreter is not None}
    changed = []
    for row in Person.objects.filter(reference__in=saying):
        extras = saying[row.reference]
        columns = _columns(extras)
        refuse_too_long(Person, columns)
        if any(getattr(row, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(row, name, value)
            row.stamp += 1
            changed.append(row)
            diary.write("person.changed", person=row.reference, by=by, at=at, columns=sorted(columns))
    if changed:
        Person.objects.bulk_update(changed, ["interim_number", "interpreter", "stamp"], batch_size=200)
    return counts + Counts(0, len(changed), 0)


def _columns(extras: Extras) -> dict[str, str | bool]:
    columns: dict[str, str | bool] = {}
    if extras.interim_number:
        columns["interim_number"] = extras.interim_number
    if extras.interpreter is not None:
        columns["interpreter"] = extras.interpreter
    return columns


@transaction.atomic
def note_file(
    *, hits: int, dry_run: bool, counts: Counts, read: int, refused: int, by: str, at: datetime
) -> None:
    """Note in the diary what a rolled back file would leave no trace of: a trial, and whom it asked about.

    ``hits``: rows with a reference or a number of somebody whom the one who brought the file may not see.
    """
    if dry_run:
        diary.write(
            "import.tried", by=by, at=at,
            created=counts.created, changed=counts.changed, read=read, refused=refused,
        )  # fmt: skip
    if hits:
        diary.write("import.hidden_hit", by=by, at=at, count=hits, dry_run=dry_run)
