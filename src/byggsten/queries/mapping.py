"""What the competence mapping says about people, read straight from the claims that stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.domain.competence import Absence, Claim, Evidence, Speaker, Topic, Track, content_from
from byggsten.domain.competence_estimate import Told, profile_of
from byggsten.domain.planning import BuildingBlock
from byggsten.records.models import BlockEstimate, MappingTalk
from byggsten.records.models import Claim as ClaimRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from byggsten.domain.competence_estimate import Profile


def of_person(reference: str) -> Q:
    """Rows about the person, those of a record that is merged into this one included."""
    return Q(person__reference=reference) | Q(person__merged_into__reference=reference)


def as_claim(row: ClaimRow) -> Claim:
    """The row as a value."""
    topic = Topic(row.topic)
    return Claim(
        key=row.key,
        topic=topic,
        content=content_from(topic, row.content),
        said_by=Speaker(row.said_by),
        evidence=Evidence(row.evidence),
        recorded_at=row.recorded_at,
    )


def told_about(reference: str) -> Told:
    """The claims that stand about the person, in the order they were told."""
    rows = ClaimRow.objects.filter(of_person(reference), replaced_at__isnull=True)
    claims = (as_claim(row) for row in rows.order_by("recorded_at", "pk"))
    return Told(tuple(claim for claim in claims if claim.content is not Absence.TAKEN_BACK))


def judged_levels(reference: str, on: date) -> dict[BuildingBlock, int]:
    """What a person has judged of each block, the latest up to the day."""
    return judged_of([reference], on).get(reference, {})


def judged_of(references: Collection[str], on: date) -> dict[str, dict[BuildingBlock, int]]:
    """The same for many people at once, in one question."""
    about = Q(person__reference__in=references) | Q(person__merged_into__reference__in=references)
    rows = BlockEstimate.objects.filter(about, replaced_at__isnull=True, day__lte=on)
    found: dict[str, dict[BuildingBlock, int]] = defaultdict(dict)
    columns = ("person__merged_into__reference", "person__reference", "block", "level")
    for kept, own, block, level in rows.order_by("day", "recorded_at", "pk").values_list(*columns):
        found[kept or own][BuildingBlock(block)] = level
    return dict(found)


def chosen_track(reference: str) -> Track | None:
    """The track of the latest conversation that chose one."""
    talk = MappingTalk.objects.filter(of_person(reference)).exclude(track="").order_by("-started_at").first()
    return Track(talk.track) if talk else None


def profile(reference: str, on: date) -> Profile:
    """What the mapping has come to on a day; ask whether the reader may see the person before."""
    return profile_of(
        told_about(reference),
        on,
        judged=judged_levels(reference, on),
        track=chosen_track(reference),
    )
