"""What several records say about one person, put together so that nothing counts twice."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from byggsten.domain.dates import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from byggsten.domain.people import Member, Permit
    from byggsten.queries.merged import Records

Row = TypeVar("Row")
# The order in which things were told decides which of two facts counts.
TOLD = attrgetter("recorded_at")


def together(
    found: Mapping[int, Sequence[Row]], records: Records, *, key: Callable[[Row], Any]
) -> tuple[Row, ...]:
    """The rows of all the records in the order of the key; of a single record as they stand."""
    if not records.absorbed:
        return tuple(found.get(records.kept.pk, ()))
    return tuple(sorted((row for pk in records.keys for row in found.get(pk, ())), key=key))


def permits_of(found: Mapping[int, Sequence[Permit]], records: Records) -> tuple[Permit, ...]:
    """A permit of one ground from one day is one permit, as the last record told it."""
    rows = together(found, records, key=TOLD)
    if not records.absorbed:
        return rows
    once = {(row.ground, row.period.first_day): row for row in rows}
    return tuple(sorted(once.values(), key=attrgetter("period.first_day")))


def household_of(found: Mapping[int, tuple[Member, ...]], records: Records) -> tuple[Member, ...] | None:
    """Everybody in any of the households, each member once on a day; None: nobody has told."""
    own = [found[pk] for pk in records.keys if pk in found]
    if len(own) < 2:
        return own[0] if own else None
    return tuple(_each_once(member for members in own for member in members))


def _each_once(members: Iterable[Member]) -> Iterable[Member]:
    last: dict[str, Member] = {}
    done = []
    for member in sorted(members, key=lambda one: (one.reference, one.period.first_day)):
        before = last.get(member.reference)
        if before is not None and before.period.overlaps(member.period):
            last[member.reference] = replace(before, period=_both(before.period, member.period))
            continue
        if before is not None:
            done.append(before)
        last[member.reference] = member
    return (*done, *last.values())


def _both(one: Period, other: Period) -> Period:
    ends = (one.last_day, other.last_day)
    return Period(min(one.first_day, other.first_day), None if None in ends else max(filter(None, ends)))
