"""Ask before a new case is opened whether it is somebody who is here already, and never ask twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from byggsten.queries.duplicates import likely
from byggsten.web.caseworker.duplicates.likely import Shown, dressed
from byggsten.web.desk import shows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import QueryDict

    from byggsten.web.desk import StaffRequest

# From this score the question is asked before anything is saved.
ASK_FROM = 80
TOKEN, NONE_OF_THEM = "token", "none_of_them"
LONGEST_TOKEN = 64


@dataclass(frozen=True, slots=True)
class Question:
    """Those who may be meant; ``answer`` is what the form sends back to say that it is none of them."""

    people: tuple[Shown, ...]

    @property
    def answer(self) -> str:
        return "+".join(sorted({one.of.reference for one in self.people}))


def question(request: StaffRequest, told: Iterable[Mapping[str, Any]]) -> Question | None:
    """The question to ask before the people are registered, or None when it is answered or not needed."""
    found: dict[str, Shown] = {}
    for one in told:
        alike = likely(
            request.actor,
            given_name=one.get("given_name", ""),
            family_name=one.get("family_name", ""),
            born=one.get("born"),
            number=one.get("number"),
            interim=one.get("interim_number", ""),
        )
        found |= {person.reference: dressed(person) for person in alike if person.score >= ASK_FROM}
    answered = set(request.POST.get(NONE_OF_THEM, "").split("+"))
    if not found.keys() - answered:
        return None
    shows(request, list(found), purpose="duplicates")
    return Question(tuple(found.values()))


def token_of(sent: QueryDict) -> str:
    """The token that the form was drawn with; one that is missing or odd is replaced by a new one."""
    token = sent.get(TOKEN, "")
    return token if 0 < len(token) <= LONGEST_TOKEN and token.isalnum() else uuid4().hex
