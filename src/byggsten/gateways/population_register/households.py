"""From «these live with the person» to whole households, so that those who live together are told once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Member, MemberRole
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.gateways.people_rows import HouseholdRow, to_member
from byggsten.gateways.population_register.limits import refuse_future
from byggsten.gateways.refusals import RefusedRow, of_row
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import datetime

    from byggsten.gateways.taking_in import Tally

LONGEST_NAME = 60
OWN_NAMES = "hem-"
UNKNOWN = N_("Personen finns varken här eller i filen. Ta in personen först, eller rätta beteckningen.")
Told = tuple[int, tuple[str, tuple[Member, ...]]]


def households_of(
    rows: Iterable[tuple[int, HouseholdRow] | RefusedRow],
    tally: Tally,
    recorded: Callable[[Collection[str]], Collection[str]] = frozenset,
    at: datetime | None = None,
) -> Iterator[Told]:
    """Each household once, named by its members, with its row number.

    Two rows that name the same people are one household, told from each one's side.
    ``recorded`` says which of those who tell are known; the row of another is refused.
    """
    found: dict[str, _Household] = {}
    read = list(_read(rows, tally, at))
    known = set(recorded([told.person for _, told, _ in read]))
    for number, told, members in read:
        if told.person not in known:
            tally.refuse(RefusedRow(number, "person", told.person, Text(UNKNOWN)))
            continue
        name = _name({told.person, *(member.reference for member in members)})
        household = found.setdefault(name, _Household(number))
        household.tellers.append(told.person)
        household.members |= {(member.reference, member.period.first_day): member for member in members}
    tally.read -= len(found)
    return ((household.number, (name, household.whole())) for name, household in found.items())


def _read(
    rows: Iterable[tuple[int, HouseholdRow] | RefusedRow], tally: Tally, at: datetime | None
) -> Iterator[tuple[int, HouseholdRow, list[Member]]]:
    for row in rows:
        tally.read += 1
        if isinstance(row, RefusedRow):
            tally.refuse(row)
            continue
        number, told = row
        try:
            refuse_odd_years(told)
            if at is not None:
                refuse_future(told, at)
            yield number, told, [to_member(member) for member in told.members]
        except Refusal as refusal:
            tally.refuse(of_row(number, refusal))


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
    # Names that begin so are the product's own, and a plus in a reference could be read as two people.
    odd = joined.startswith(OWN_NAMES) or any("+" in reference for reference in references)
    if len(joined) <= LONGEST_NAME and not odd:
        return joined
    exact = "\0".join(sorted(references)) if odd else joined
    return hashlib.sha256(exact.encode()).hexdigest()
