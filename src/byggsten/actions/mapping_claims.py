"""Save, change and take back what was claimed; each by itself, remembered, and never over somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import locked_person
from byggsten.actions.mapping_rows import (
    ClaimChanged,
    claim_of,
    close,
    free_key,
    is_empty,
    is_same,
    standing_of,
    write,
)
from byggsten.domain.competence import Absence, content_to_json
from byggsten.domain.competence.claims import SINGLE
from byggsten.domain.texts import N_, Refusal
from byggsten.queries.mapping import of_person
from byggsten.records.models import Claim

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.competence import Content, Evidence, Speaker, Topic


class ClaimsStand(Refusal):
    """«Nothing to tell» about a topic of which something has been told."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, by whom, and on what it rests."""

    topic: Topic
    content: Content | Absence
    said_by: Speaker
    evidence: Evidence
    evidence_words: str = ""

    def columns(self) -> dict[str, Any]:
        """The columns of the row."""
        return {
            "topic": self.topic.value,
            "content": content_to_json(self.content),
            "said_by": self.said_by.value,
            "evidence": self.evidence.value,
            "evidence_words": self.evidence_words.strip(),
        }


@transaction.atomic
def add_claim(*, person: str, said: Said, key: str, by: Actor, at: datetime) -> int:
    """Save a claim that is new; ``key`` is the form's, so that the same form sent twice saves once.

    Raises ClaimsStand, ClaimChanged, NothingHere, NotInYourRole.
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    columns = said.columns()
    standing = list(Claim.objects.filter(of_person(person), topic=said.topic.value, replaced_at__isnull=True))
    told = [claim for claim in standing if "absence" not in claim.content]
    if isinstance(said.content, Absence):
        if told:
            raise ClaimsStand(
                N_("Det finns redan uppgifter i den här delen. Ta tillbaka dem om de inte stämmer.")
            )
        key = f"{said.topic.value}-0"
    again = next((c for c in standing if c.key == key and is_same(c, columns)), None)
    if again is not None:
        return again.pk
    if told and said.topic in SINGLE:
        raise ClaimChanged(told[-1].pk)
    # What was said to be nothing is nothing no more.
    Claim.objects.filter(pk__in=[c.pk for c in standing if is_empty(c)]).update(replaced_at=at)
    return write(row, free_key(row, said.topic, key), columns, by=by, at=at)


@transaction.atomic
def change_claim(*, person: str, claim: int, said: Said, by: Actor, at: datetime) -> int:
    """Replace a claim by what is said now.  Raises ClaimChanged, NothingHere, NotInYourRole."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    columns = said.columns()
    old = claim_of(person, claim)
    standing = standing_of(old)
    if is_same(standing, columns):
        return standing.pk
    close(old, standing, at)
    diary.write("claim.changed", person=person, by=by.username, at=at, topic=old.topic, key=old.key)
    return write(row, old.key, columns, by=by, at=at, owner=old.person_id)


@transaction.atomic
def take_back_claim(*, person: str, claim: int, why: str, by: Actor, at: datetime) -> None:
    """Take a claim back with a reason; what it said stays in its chain.

    Raises Refusal without a reason, ClaimChanged, NothingHere, NotInYourRole.
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    if not why.strip():
        raise Refusal(N_("Skriv varför uppgiften tas tillbaka."))
    old = claim_of(person, claim)
    standing = standing_of(old)
    if standing.content == content_to_json(Absence.TAKEN_BACK):
        return
    close(old, standing, at)
    columns = {
        "topic": old.topic,
        "content": content_to_json(Absence.TAKEN_BACK),
        "said_by": old.said_by,
        "evidence": "none",
        "evidence_words": why.strip(),
    }
    write(row, old.key, columns, by=by, at=at, owner=old.person_id)
    diary.write("claim.taken_back", person=person, by=by.username, at=at, topic=old.topic, key=old.key)
