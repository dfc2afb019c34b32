"""From «these live with the person» to whole households, so that those who live together are told once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Member, MemberRole
from byggsten.domain.texts import Refusal
from byggsten.gateways.people_rows import HouseholdRow, to_member
from byggsten.gateways.refusals import RefusedRow, of_row
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from byggsten.gateways.taking_in import Tally

LONGEST_NAME = 60
Told = tuple[int, tuple[str, tuple[Member, ...]]]


def households_of(rows: Iterable[tuple[int, HouseholdRow] | RefusedRow], tally: Tally) -> Iterator[Told]:
    """Each household once, named by its members, with its row number.

    Two rows that name the same people are one household, told from each one's side.
    """
    found: dict[str, _Household] = {}
    for row in rows:
        tally.read += 1
        if isinstance(row, RefusedRow):
            tally.refuse(row)
            continue
        number, told = row
        try:
            refuse_odd_years(told)
            members = [to_member(member) for member in told.members]
        except Refusal as refusal:
            tally.refuse(of_row(number, refusal))
            continue
        name = _name({told.person, *(member.reference for member in members)})
        household = found.setdefault(name, _Household(number))
        household.tellers.append(told.person)
        household.members |= {(member.reference, member.period.first_day): member for member in members}
    tally.read -= len(found)
    return ((household.number, (name, household.whole())) for name, household in found.items())


@dataclass(slots=True)
class _Household:
    number: int
    tellers: list[str] = field(default_factory=list)
    members: dict[tuple[str, date], Member] = field(default_factory=dict)

    def whole(self) -> tuple[Member, ...]:
        """All members; one who told but whom nobody else named has always lived here, as an adult."""
        named = {member.reference for member in self.members.values()}
        always = Period(date(FIRST_YEAR, 1, 1))
        own = (Member(who, MemberRole.ADULT, None, always) for who in self.tellers if who not in named)
        return (*self.members.values(), *own)


def _name(references: set[str]) -> str:
    """The same name for the same people, short enough for a key."""
    joined = "+".join(sorted(references))
    return joined if len(joined) <= LONGEST_NAME else hashlib.sha256(joined.encode()).hexdigest()
