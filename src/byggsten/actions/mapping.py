"""The mapping conversation: begun, taken up again, and finished with facts and the judgement of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import locked_person
from byggsten.actions.people import record_facts
from byggsten.actions.replacing import Told as Row
from byggsten.actions.replacing import replace
from byggsten.domain.competence_estimate.given_facts import given_facts
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.mapping import told_about
from byggsten.records.models import BlockEstimate, MappingTalk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.competence import Track
    from byggsten.domain.planning import BuildingBlock
    from byggsten.records.models import Person

LEVELS = range(4)


class UnreasonedEstimate(Refusal):
    """A judgement of a block without its level or its reason in words; ``block`` is which."""

    def __init__(self, text: Text | str, block: BuildingBlock) -> None:
        super().__init__(text)
        self.block = block


class NothingMapped(Refusal):
    """A mapping is to be finished in which nothing has been said."""


@transaction.atomic
def begin_talk(*, person: str, by: Actor, at: datetime, language: str = "", interpreter: bool = False) -> int:
    """Begin a conversation, or take up the one that is open, and say how it is held.

    Raises NothingHere, NotInYourRole.
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    talk = open_talk(locked_person(person), by=by, at=at)
    if (talk.language, talk.interpreter) != (language, interpreter):
        talk.language, talk.interpreter = language[:35], interpreter
        talk.save(update_fields=["language", "interpreter"])
    return talk.pk


def open_talk(person: Person, *, by: Actor, at: datetime) -> MappingTalk:
    """The open conversation; what is said begins one by itself.  Call it with the person's row held."""
    talk = MappingTalk.objects.filter(person=person, finished_at__isnull=True).first()
    if talk is None:
        talk = MappingTalk.objects.create(person=person, started_at=at, started_by=by.username)
        diary.write("mapping.begun", person=person.reference, by=by.username, at=at)
    return talk


@transaction.atomic
def finish_talk(
    *,
    person: str,
    judged: Mapping[BuildingBlock, tuple[int, str]],
    track: Track | None,
    track_words: str,
    by: Actor,
    at: datetime,
) -> None:
    """Finish the mapping: judge the blocks, choose a track, and tell the rules what the claims say outright.

    A block that is left out stays as it was.
    Raises NothingMapped, UnreasonedEstimate, NothingHere, NotInYourRole.
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    row = locked_person(person)
    told = told_about(person)
    if not told.claims:
        raise NothingMapped(N_("Inget är kartlagt än. Anteckna minst ett svar innan du avslutar."))
    _judge(row, judged, by=by, at=at)
    talk = open_talk(row, by=by, at=at)
    talk.track, talk.track_words = (track.value if track else ""), track_words.strip()
    talk.finished_at, talk.finished_by = max(at, talk.started_at), by.username
    talk.save(update_fields=["track", "track_words", "finished_at", "finished_by"])
    record_facts({person: given_facts(told, by.on)}, by=by.username, at=at)
    diary.write(
        "mapping.finished",
        person=person,
        by=by.username,
        at=at,
        claims=len(told.claims),
        unknown=[topic.value for topic in told.unknown],
        track=talk.track,
    )


def _judge(
    person: Person, judged: Mapping[BuildingBlock, tuple[int, str]], *, by: Actor, at: datetime
) -> None:
    told = []
    for block, (level, words) in judged.items():
        if level not in LEVELS:
            raise UnreasonedEstimate(N_("Välj en nivå från 0 till 3, eller lämna byggstenen okänd."), block)
        if not words.strip():
            raise UnreasonedEstimate(N_("Skriv med egna ord varför byggstenen har den nivån."), block)
        told.append(Row((person.pk, block.value, by.on), {"level": level, "words": words.strip()}, at))
    replace(BlockEstimate, ("person_id", "block", "day"), told, by=by.username)
