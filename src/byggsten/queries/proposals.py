"""Pairs of records that may be one person's, for somebody to answer; the most likely first."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.domain.likeness import pairs
from byggsten.queries.duplicates import comparable, records
from byggsten.records.models import NotTheSame, Person, Plan

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor
    from byggsten.domain.texts import Text

# Which numbers a record has: enough to choose by, and never the digits themselves.
PERSONAL, COORDINATION, INTERIM, NO_NUMBER = "personal", "coordination", "interim", ""
_COORDINATION_DAY = 60


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records, as it is laid beside the other."""

    reference: str
    given_name: str
    family_name: str
    born: date | None
    sex: str
    language: str
    number: str
    recorded_at: datetime
    protected: bool
    plans: int

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or self.reference


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records and why they may be one person's; ``one`` is kept unless the other is chosen."""

    one: Side
    other: Side
    score: int
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A pair that may be one person's, before the records are fetched."""

    one: int
    other: int
    score: int
    why: tuple[Text, ...]


def proposed(actor: Actor, after: int = 0) -> tuple[Found, ...]:
    """The likely pairs among the actor's people that nobody has answered, the most likely first.

    With ``after``: only those in which one of the records has a higher key.  Raises NotInYourRole.
    """
    actor.demand(May.RECEIVE)
    people = tuple(records(comparable(actor).order_by("pk")))
    since = bisect_right(people, after, key=lambda record: record.pk)
    found = [
        Found(people[one].pk, people[other].pk, like.score, like.why)
        for (one, other), like in pairs([record.who for record in people], since).items()
    ]
    answered = set(NotTheSame.objects.values_list("one_id", "other_id")) if found else set()
    left = (pair for pair in found if (pair.one, pair.other) not in answered)
    return tuple(sorted(left, key=lambda pair: (-pair.score, pair.one, pair.other)))


def side_by_side(found: Sequence[Found]) -> tuple[Proposal, ...]:
    """The records of the pairs, the one to keep first."""
    sides = _sides({key for pair in found for key in (pair.one, pair.other)})
    proposals = []
    for pair in found:
        one, other = sorted((sides[pair.one], sides[pair.other]), key=_keep_first)
        proposals.append(Proposal(one, other, pair.score, pair.why))
    return tuple(proposals)


def _sides(keys: Collection[int]) -> Mapping[int, Side]:
    rows: QuerySet[Person] = Person.objects.filter(pk__in=keys)
    plans = Plan.objects.filter(person__in=keys, withdrawn_at__isnull=True).values_list(
        "person_id", flat=True
    )
    counted = Counter(plans)
    return {
        row.pk: Side(
            row.reference, row.given_name, row.family_name, row.born, row.sex, row.language,
            _kind_of_number(row), row.recorded_at, row.as_domain().protection.value != "none",
            counted[row.pk],
        )
        for row in rows
    }  # fmt: skip


def _kind_of_number(row: Person) -> str:
    if row.number:
        return COORDINATION if int(row.number[6:8]) > _COORDINATION_DAY else PERSONAL
    return INTERIM if row.interim_number else NO_NUMBER


def _keep_first(side: Side) -> tuple[bool, int, datetime, str]:
    """Protected data protect everything; then the better number; then the older record."""
    order = (PERSONAL, COORDINATION, INTERIM, NO_NUMBER)
    return (not side.protected, order.index(side.number), side.recorded_at, side.reference)
