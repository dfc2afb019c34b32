"""Whom a person lives with and who answers for whom, over time; nobody is named whom one may not see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.dates import Period
from byggsten.domain.people import MemberRole
from byggsten.domain.reception import GuardianKind
from byggsten.records.models import Guardianship, Membership, Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from byggsten.access.actors import Actor


@dataclass(frozen=True, slots=True)
class Housemate:
    """Somebody in the household; without ``reference`` a child who has no case of its own."""

    reference: str
    name: str = field(repr=False)
    role: MemberRole
    born: date | None
    period: Period


@dataclass(frozen=True, slots=True)
class HomeLine:
    """The person's own stay in a household, and those who live there some of the same days."""

    pk: int
    household: str
    role: MemberRole
    period: Period
    others: tuple[Housemate, ...]
    runs: bool


@dataclass(frozen=True, slots=True)
class GuardLine:
    """Somebody answers for a child; ``reference`` is the other one's case, where one may see it."""

    pk: int
    reference: str
    name: str = field(repr=False)
    kind: GuardianKind
    period: Period
    runs: bool


def homes_of(actor: Actor, person: Person) -> tuple[HomeLine, ...]:
    """The person's stays, the latest first."""
    own = list(
        Membership.objects.select_related("household")
        .filter(person=person, replaced_at__isnull=True)
        .order_by("-first_day", "-pk")
    )
    households = {row.household_id for row in own}
    rows = Membership.objects.filter(household__in=households, replaced_at__isnull=True).exclude(
        person=person
    )
    others: dict[int, list[Membership]] = defaultdict(list)
    for row in rows.order_by("role", "born", "pk"):
        others[row.household_id].append(row)
    seen = _seen(actor, (row.person_id for found in others.values() for row in found))
    return tuple(
        HomeLine(
            row.pk,
            row.household.reference,
            MemberRole(row.role),
            period := Period(row.first_day, row.last_day),
            tuple(_mates(others[row.household_id], period, seen)),
            actor.on in period or row.first_day > actor.on,
        )
        for row in own
    )


def _mates(rows: Iterable[Membership], during: Period, seen: dict[int, Person]) -> Iterable[Housemate]:
    for row in rows:
        member = row.as_domain(during)
        if member is None or (row.person_id is not None and row.person_id not in seen):
            continue
        mate = seen.get(row.person_id) if row.person_id is not None else None
        reference, name = (mate.reference, mate.as_domain().name) if mate else ("", "")
        yield Housemate(reference, name, member.role, member.born, member.period)


def hidden_mates(actor: Actor, members: Iterable[str]) -> frozenset[str]:
    """Those of the household's members who have a case that the actor may not see."""
    seen = visible(actor, May.SEE_PERSON, Person).values("pk")
    rows = Membership.objects.filter(reference__in=list(members), person__isnull=False)
    hidden = rows.exclude(Q(person__in=seen) | Q(person__merged_into__in=seen))
    return frozenset(hidden.values_list("reference", flat=True))


def guards_of(actor: Actor, person: Person) -> tuple[tuple[GuardLine, ...], tuple[GuardLine, ...]]:
    """Those who answer for the person, and those whom the person answers for."""
    rows = Guardianship.objects.filter(replaced_at__isnull=True).order_by("-first_day", "pk")
    own, wards = list(rows.filter(child=person)), list(rows.filter(guardian=person))
    seen = _seen(actor, [row.guardian_id for row in own] + [row.child_id for row in wards])
    return (
        tuple(_guard(row, row.guardian_id, seen, actor) for row in own if _told(row.guardian_id, seen)),
        tuple(_guard(row, row.child_id, seen, actor) for row in wards if row.child_id in seen),
    )


def _told(pk: int | None, seen: dict[int, Person]) -> bool:
    return pk is None or pk in seen


def _guard(row: Guardianship, pk: int | None, seen: dict[int, Person], actor: Actor) -> GuardLine:
    other = seen.get(pk) if pk is not None else None
    period = Period(row.first_day, row.last_day)
    return GuardLine(
        row.pk,
        other.reference if other else "",
        other.as_domain().name if other else row.guardian_name,
        GuardianKind(row.kind),
        period,
        actor.on in period or row.first_day > actor.on,
    )


def _seen(actor: Actor, people: Iterable[int | None]) -> dict[int, Person]:
    wanted = {pk for pk in people if pk is not None}
    return {row.pk: row for row in visible(actor, May.SEE_PERSON, Person).filter(pk__in=wanted)}
