"""A claim with its speaker and its evidence, and the one place where contents go to and from JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from byggsten.domain.competence import circumstances, contents
from byggsten.domain.competence.shape import Content, ContentRefused, checked
from byggsten.domain.competence.topics import Evidence, Speaker, Topic
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

ABSENCE = "absence"


class Absence(StrEnum):
    """A claim without content: asked and nothing to tell, asked and not answered, or taken back."""

    NOTHING = "nothing"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


SHAPES: Mapping[Topic, type[Content]] = {
    Topic.EDUCATION: contents.Education,
    Topic.OCCUPATION: contents.Occupation,
    Topic.SKILL: contents.Skill,
    Topic.LANGUAGE: contents.Language,
    Topic.SWEDISH: contents.Swedish,
    Topic.HEALTH: circumstances.Health,
    Topic.LIMIT: circumstances.Limit,
    Topic.LICENCE: contents.Licence,
    Topic.HOUSING: circumstances.Housing,
    Topic.FAMILY: circumstances.Family,
    Topic.CHILD_CARE: circumstances.ChildCare,
    Topic.NETWORK: circumstances.Network,
    Topic.WISH: circumstances.Wish,
}
# Of these there is one answer at a time; a new one changes the old.
SINGLE = frozenset({Topic.SWEDISH, Topic.HOUSING, Topic.CHILD_CARE, Topic.NETWORK})


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that was claimed; ``key`` names it through its changes."""

    key: str
    topic: Topic
    content: Content | Absence
    said_by: Speaker = Speaker.PERSON
    evidence: Evidence = Evidence.NONE
    recorded_at: datetime | None = None


def shape_of(topic: Topic) -> type[Content]:
    """The shape of the topic's content."""
    return SHAPES[topic]


def content_from(topic: Topic, raw: Mapping[str, Any]) -> Content | Absence:
    """The content in a JSON object.  Raises ContentRefused with the field at fault."""
    if ABSENCE in raw:
        if len(raw) > 1 or raw[ABSENCE] not in set(Absence):
            raise ContentRefused(N_("En uppgift utan innehåll kan inte ha något annat."), ABSENCE)
        return Absence(raw[ABSENCE])
    shape = SHAPES[topic]
    known = {one.name for one in fields(shape)}  # type: ignore[arg-type]
    unknown = sorted(raw.keys() - known)
    if unknown:
        raise ContentRefused(
            Text(N_("Fältet «%(field)s» hör inte till uppgiften."), {"field": unknown[0]}), unknown[0]
        )
    return shape(**raw)


def faults_in(topic: Topic, raw: Mapping[str, Any]) -> dict[str, Text]:
    """Everything that is wrong with the fields, each by itself; what only shows in the whole is not here."""
    found = {}
    for one in fields(SHAPES[topic]):  # type: ignore[arg-type]
        try:
            checked(one, raw.get(one.name))
        except ContentRefused as refusal:
            found[one.name] = refusal.text
    return found


def content_to_json(content: Content | Absence) -> dict[str, Any]:
    """The content as a JSON object, without what is empty."""
    if isinstance(content, Absence):
        return {ABSENCE: content.value}
    found = {}
    for one in fields(content):  # type: ignore[arg-type]
        value, kind = getattr(content, one.name), one.metadata["kind"]
        if value != kind.empty:
            found[one.name] = kind.keep(value)
    return found
