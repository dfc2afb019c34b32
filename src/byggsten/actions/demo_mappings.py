"""The competence mappings of a made-up municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.competence import content_to_json
from byggsten.records.models import Claim, MappingTalk, Person
from byggsten.simulate.mappings import talk
from byggsten.simulate.milestones import milestones

if TYPE_CHECKING:
    from byggsten.domain.competence import Claim as Told
    from byggsten.simulate.mappings import Talk
    from byggsten.simulate.whole import Municipality

BY = "demo"


def record_mappings(made: Municipality) -> None:
    """The conversations that have been held, with what was said."""
    people = dict(Person.objects.values_list("reference", "pk"))
    drawn = (
        talk(life.resident, milestones(life.resident, made.seed, made.until), made.seed, made.until)
        for life in made.lives
    )
    talks = [one for one in drawn if one is not None]
    rows = _talks(talks, people)
    Claim.objects.bulk_create(
        [_claim(row, claim, one) for row, one in zip(rows, talks, strict=True) for claim in one.claims],
        batch_size=500,
    )


def _talks(talks: list[Talk], people: dict[str, int]) -> list[MappingTalk]:
    return MappingTalk.objects.bulk_create(
        [
            MappingTalk(
                person_id=people[one.person],
                track=one.track.value,
                started_at=one.held,
                started_by=BY,
                finished_at=one.held,
                finished_by=BY,
            )
            for one in talks
        ],
        batch_size=500,
    )


def _claim(row: MappingTalk, claim: Told, one: Talk) -> Claim:
    return Claim(
        person_id=row.person_id,
        talk=row,
        key=claim.key,
        topic=claim.topic.value,
        content=content_to_json(claim.content),
        said_by=claim.said_by.value,
        evidence=claim.evidence.value,
        recorded_at=one.held,
        recorded_by=BY,
    )
