"""The rows of claims: found, compared, closed and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.access.refusals import NothingHere
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.mapping import open_talk
from byggsten.domain.competence import Absence
from byggsten.domain.texts import N_, Refusal
from byggsten.queries.mapping import of_person
from byggsten.records.models import Claim

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.competence import Topic
    from byggsten.records.models import Person


class ClaimChanged(Refusal):
    """Somebody else changed the claim meanwhile; ``theirs`` is the key of the row that stands now."""

    def __init__(self, theirs: int) -> None:
        super().__init__(
            N_("Någon annan ändrade uppgiften medan du skrev. Inget är sparat. Jämför och spara igen.")
        )
        self.theirs = theirs


def claim_of(person: str, pk: int) -> Claim:
    """The row, standing or not.  Raises NothingHere."""
    found = Claim.objects.filter(of_person(person), pk=pk).first()
    if found is None:
        raise NothingHere
    return found


def standing_of(claim: Claim) -> Claim:
    """The row that stands in the claim's chain."""
    return Claim.objects.get(person=claim.person_id, key=claim.key, replaced_at__isnull=True)


def close(seen: Claim, standing: Claim, at: datetime) -> None:
    """A conditional update: of two who change at once one writes, and the other is shown both."""
    moment = max(at, seen.recorded_at)
    if not Claim.objects.filter(pk=seen.pk, replaced_at__isnull=True).update(replaced_at=moment):
        raise ClaimChanged(standing.pk)


def is_same(claim: Claim, columns: dict[str, Any]) -> bool:
    """Whether the row says the same."""
    return all(getattr(claim, name) == value for name, value in columns.items())


def is_empty(claim: Claim) -> bool:
    """Whether the row says that there is nothing, or no answer."""
    return claim.content.get("absence") in (Absence.NOTHING.value, Absence.DECLINED.value)


def free_key(person: Person, topic: Topic, wanted: str) -> str:
    """The wanted key, or the next one that nobody has used."""
    keys = Claim.objects.filter(person=person, topic=topic.value)
    taken = set(keys.filter(replaced_at__isnull=True).values_list("key", flat=True))
    if wanted.startswith(f"{topic.value}-") and len(wanted) <= 40 and wanted not in taken:
        return wanted
    used = taken | set(keys.values_list("key", flat=True))
    return next(key for n in range(1, len(used) + 2) if (key := f"{topic.value}-{n}") not in used)


def write(
    person: Person, key: str, columns: dict[str, Any], *, by: Actor, at: datetime, owner: int | None = None
) -> int:
    """Write a row in the open conversation and return its key; ``owner`` is the record of the chain."""
    refuse_too_long(Claim, columns)
    talk = open_talk(person, by=by, at=at)
    row = Claim.objects.create(
        person_id=owner or person.pk, talk=talk, key=key, recorded_at=at, recorded_by=by.username, **columns
    )
    return int(row.pk)
