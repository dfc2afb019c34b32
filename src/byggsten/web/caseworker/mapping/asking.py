"""A topic as a part of the conversation asks about it: what has been said, and the form for the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.actions.mapping_claims import Said
from byggsten.domain.competence import Absence, Evidence, Speaker, Topic
from byggsten.domain.competence.claims import SINGLE
from byggsten.queries.mapping_page import next_key
from byggsten.web.caseworker.mapping.forms import ClaimForm
from byggsten.web.caseworker.mapping.steps import ADD
from byggsten.web.caseworker.mapping.told import tell_claim
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from byggsten.queries.mapping_shown import MappingPage, ShownClaim
    from byggsten.web.caseworker.mapping.told import ToldClaim
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic as it is asked about: its claims, its form, and what somebody else saved meanwhile."""

    topic: Topic
    heading: object
    claims: tuple[ToldClaim, ...]
    form: ClaimForm
    key: str
    changes: int | None = None
    theirs: ToldClaim | None = None
    taken_back: tuple[ToldClaim, ...] = ()

    @property
    def told(self) -> bool:
        return any(claim.of.told for claim in self.claims)


def asked_about(
    request: StaffRequest, page: MappingPage, topic: Topic, sent: ClaimForm | None, theirs: int | None
) -> Asked:
    """The topic with its form: the one that was sent, or a new one."""
    claims = page.claims.get(topic, ())
    told = tuple(tell_claim(claim) for claim in claims)
    back = tuple(tell_claim(claim) for claim in page.taken_back if claim.topic is topic)
    current = _current(topic, claims)
    if sent is not None and sent.topic is topic:
        seen, key = request.POST.get("claim", ""), request.POST.get("key", "")
        changes = theirs or number(seen)
        other = next((claim for claim in told if claim.of.pk == theirs), None)
        return Asked(topic, ADD[topic], told, sent, key, changes, other, back)
    form = ClaimForm(topic, claim=current, language=request.language)
    return Asked(
        topic, ADD[topic], told, form, next_key(page, topic), current.pk if current else None, None, back
    )


def _current(topic: Topic, claims: tuple[ShownClaim, ...]) -> ShownClaim | None:
    """The claim that the form changes, where there is only one answer at a time."""
    return next((claim for claim in reversed(claims) if claim.told), None) if topic in SINGLE else None


def nothing_said(topic: Topic, kind: Absence) -> Said:
    """That somebody asked, and there was nothing to tell or no answer."""
    return Said(topic, kind, Speaker.PERSON, Evidence.NONE)
