"""The competence mapping as its pages show it: the claims that stand, their chains, and what it comes to."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.competence import Absence, Evidence, Speaker, Topic, Track, content_from
from byggsten.domain.competence_estimate import Told
from byggsten.domain.planning import BuildingBlock
from byggsten.queries.mapping import as_claim, of_person
from byggsten.queries.mapping_shown import Judged, MappingPage, ShownClaim, Talk
from byggsten.queries.readings import called
from byggsten.records.models import BlockEstimate, MappingTalk, Person
from byggsten.records.models import Claim as ClaimRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from byggsten.access.actors import Actor


def mapping_page(actor: Actor, reference: str) -> MappingPage:
    """The mapping of a person.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    person = Person.objects.get(reference=reference)
    rows = list(ClaimRow.objects.filter(of_person(reference)).order_by("recorded_at", "pk"))
    talk = MappingTalk.objects.filter(of_person(reference)).order_by("-started_at", "-pk").first()
    names = called({row.recorded_by for row in rows} | ({talk.started_by} if talk else set()))
    standing = [row for row in rows if row.replaced_at is None]
    earlier = Counter((row.person_id, row.key) for row in rows if row.replaced_at is not None)
    shown: dict[Topic, list[ShownClaim]] = defaultdict(list)
    back: list[ShownClaim] = []
    for row in standing:
        claim = _shown(row, names, earlier[row.person_id, row.key])
        (back if claim.content is Absence.TAKEN_BACK else shown[claim.topic]).append(claim)
    return MappingPage(
        reference=reference,
        name=person.as_domain().name or reference,
        language=person.language,
        interpreter=person.interpreter,
        talk=_talk(talk, names) if talk else None,
        claims={topic: tuple(claims) for topic, claims in shown.items()},
        taken_back=tuple(back),
        told=Told(tuple(c for c in map(as_claim, standing) if c.content is not Absence.TAKEN_BACK)),
        judged=_judged(reference, actor.on),
    )


def chain_of(actor: Actor, reference: str, claim: int) -> tuple[ShownClaim, ...]:
    """The claim and all that it has been, the latest first.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    asked = ClaimRow.objects.filter(of_person(reference), pk=claim).first()
    if asked is None:
        raise NothingHere
    rows = list(
        ClaimRow.objects.filter(person=asked.person_id, key=asked.key).order_by("-recorded_at", "-pk")
    )
    names = called({row.recorded_by for row in rows})
    return tuple(_shown(row, names, len(rows) - 1) for row in rows)


def next_key(page: MappingPage, topic: Topic) -> str:
    """A name for the next claim of the topic, so that a form sent twice is known."""
    return f"{topic.value}-{sum(1 + claim.changes for claim in page.claims.get(topic, ())) + 1}"


def _shown(row: ClaimRow, names: Mapping[str, str], changes: int) -> ShownClaim:
    topic = Topic(row.topic)
    return ShownClaim(
        pk=row.pk,
        topic=topic,
        content=content_from(topic, row.content),
        said_by=Speaker(row.said_by),
        evidence=Evidence(row.evidence),
        evidence_words=row.evidence_words,
        by=names.get(row.recorded_by, row.recorded_by),
        at=row.recorded_at,
        changes=changes,
        stands=row.replaced_at is None,
    )


def _talk(row: MappingTalk, names: Mapping[str, str]) -> Talk:
    return Talk(
        row.language,
        row.interpreter,
        Track(row.track) if row.track else None,
        row.track_words,
        row.started_at,
        names.get(row.started_by, row.started_by),
        row.finished_at,
    )


def _judged(reference: str, on: date) -> dict[BuildingBlock, Judged]:
    rows: Iterable[BlockEstimate] = BlockEstimate.objects.filter(
        of_person(reference), replaced_at__isnull=True, day__lte=on
    ).order_by("day", "recorded_at", "pk")
    return {BuildingBlock(row.block): Judged(row.level, row.words, row.day) for row in rows}
