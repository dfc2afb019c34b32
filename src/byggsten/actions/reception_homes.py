"""Let people live together from a day, and let them leave; nobody lives in two homes on one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions.people import record_households
from byggsten.actions.reception_contact import record_guards
from byggsten.domain.dates import Period
from byggsten.domain.people import Member, MemberRole
from byggsten.domain.reception import Guard, majority, refuse_two_homes
from byggsten.records.models import Membership, Person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from byggsten.access.actors import Actor
    from byggsten.actions.counts import Counts
    from byggsten.domain import people as domain
    from byggsten.domain.reception import GuardianKind


@dataclass(frozen=True, slots=True)
class Ward:
    """Who answers for the child at a place in the form: people at other places, or a name."""

    child: int
    kind: GuardianKind
    first_day: date
    last_day: date | None
    guardians: tuple[int, ...] = ()
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Home:
    """A home that people move into: who is what there, from when, and with whom who lives there already."""

    roles: tuple[MemberRole, ...]
    moved_in: tuple[date, ...]
    joins: str = ""
    wards: tuple[Ward, ...] = ()


def settle_home(home: Home, members: Sequence[domain.Person], *, by: Actor, at: datetime) -> str:
    """Write the home of people who are just received; return the household's reference."""
    told = [
        Member(person.reference, role, person.born, Period(day))
        for person, role, day in zip(members, home.roles, home.moved_in, strict=True)
    ]
    household = (
        home_of(home.joins, min(home.moved_in), by=by, at=at) if home.joins else f"hem-{told[0].reference}"
    )
    write_homes({household: told}, by=by.username, at=at)
    guards = [
        Guard(
            members[ward.child].reference,
            ward.kind,
            Period(ward.first_day, ward.last_day),
            members[place].reference if place is not None else "",
            "" if place is not None else ward.name,
        )
        for ward in home.wards
        for place in (ward.guardians or (None,))
    ]
    if guards:
        record_guards(guards, by=by.username, at=at)
    return household


def home_of(reference: str, day: date, *, by: Actor, at: datetime) -> str:
    """The household that a known person lives in on the day; without one, one of their own begins then.

    Raises NothingHere, NotInYourRole, TwoHomes.
    """
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    holds = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    rows = Membership.objects.select_related("household").filter(holds, person__reference=reference)
    found = rows.filter(replaced_at__isnull=True).order_by("pk").last()
    if found is not None:
        return found.household.reference
    own = f"hem-{reference}"
    born = _born(reference)
    role = MemberRole.CHILD if born and majority(born) > day else MemberRole.ADULT
    alone = Member(reference, role, born, Period(day))
    write_homes({own: [alone]}, by=by.username, at=at)
    return own


def _born(reference: str) -> date | None:
    return Person.objects.values_list("born", flat=True).get(reference=reference)


def write_homes(homes: Mapping[str, Sequence[Member]], *, by: str, at: datetime) -> Counts:
    """Record the households.  Raises TwoHomes for one who lives in another household on a shared day."""
    told = [(household, member) for household, members in homes.items() for member in members]
    stays: dict[str, list[tuple[str, Period]]] = {}
    references = {member.reference for _, member in told}
    known = Membership.objects.filter(reference__in=references, replaced_at__isnull=True)
    for who, household, first, last in known.order_by("first_day", "pk").values_list(
        "reference", "household__reference", "first_day", "last_day"
    ):
        stays.setdefault(who, []).append((household, Period(first, last)))
    for household, member in told:
        others = [
            stay
            for home, stay in stays.get(member.reference, ())
            # Told again, this stay takes the known one's place.
            if (home, stay.first_day) != (household, member.period.first_day)
        ]
        refuse_two_homes(others, member.period, member.reference)
    return record_households(homes, by=by, at=at)


@transaction.atomic
def move_in(
    reference: str, *, joins: str, role: MemberRole, first_day: date, by: Actor, at: datetime
) -> None:
    """Let a known person live with another known person.  Raises NothingHere, NotInYourRole, TwoHomes."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    household = home_of(joins, first_day, by=by, at=at)
    told = Member(reference, role, _born(reference), Period(first_day))
    write_homes({household: [told]}, by=by.username, at=at)


@transaction.atomic
def move_out(reference: str, membership: int, *, last_day: date, by: Actor, at: datetime) -> None:
    """Let the stay end on a day.  Raises NothingHere, NotInYourRole, Refusal when it ends before it began."""
    demand(by, May.CHANGE_PERSON, Subject.PERSON, reference)
    row = (
        Membership.objects.select_related("household")
        .filter(pk=membership, person__reference=reference, replaced_at__isnull=True)
        .first()
    )
    if row is None:
        raise NothingHere
    period = Period(row.first_day, last_day)
    told = Member(row.reference, MemberRole(row.role), row.born, period)
    record_households({row.household.reference: [told]}, by=by.username, at=at)
