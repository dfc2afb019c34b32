"""A unit's weeks summed: whose the missing time is, and women beside men."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Sum

from byggsten.domain.dates import Week
from byggsten.domain.people import Sex
from byggsten.domain.reasons import Owner
from byggsten.domain.texts import N_
from byggsten.records.models.ledger import OWNED

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from byggsten.records.models import WeekLedger

# Fewer people than this behind a share are not shown, since a share of few tells about each.
SMALLEST_GROUP = 5
HIDDEN = (None, None, None)
OWNERS = {
    Owner.PERSON: N_("Personen"),
    Owner.PROVIDER: N_("Anordnaren"),
    Owner.MUNICIPALITY: N_("Kommunen"),
    Owner.STATE: N_("Staten"),
    Owner.HEALTH: N_("Hälsa"),
    Owner.CHILD: N_("Barn"),
    Owner.TRAVEL: N_("Resa"),
    Owner.UNKNOWN: N_("Ingen vet än"),
}


@dataclass(frozen=True, slots=True)
class WeekSum:
    """The unit's week: people, minutes required, scheduled and attended, and the missing time by owner."""

    week: Week
    people: int
    required: int
    scheduled: int
    attended: int
    owners: tuple[tuple[Owner, str, int], ...]

    @property
    def total(self) -> int:
        return self.attended + sum(minutes for _, _, minutes in self.owners)


@dataclass(frozen=True, slots=True)
class SexSum:
    """Women or men over the weeks; shares are None when there are too few people to show."""

    sex: Sex
    people: int
    required: int | None
    scheduled: int | None
    attended: int | None


def week_sums(ledgers: QuerySet[WeekLedger]) -> tuple[WeekSum, ...]:
    """Each week of the ledgers, the latest first; a week of too few people is left out."""
    totals = {f"sum_{c}": Sum(c) for c in ("required", "scheduled", "attended", *OWNED.values())}
    sums: QuerySet[Any, Any] = ledgers.values("monday").annotate(people=Count("person"), **totals)
    return tuple(
        WeekSum(
            Week.of(row["monday"]),
            row["people"],
            row["sum_required"] or 0,
            row["sum_scheduled"],
            row["sum_attended"],
            tuple((owner, OWNERS[owner], row[f"sum_{column}"]) for owner, column in OWNED.items()),
        )
        for row in sums.order_by("-monday")
        if row["people"] >= SMALLEST_GROUP
    )


def sex_sums(ledgers: QuerySet[WeekLedger]) -> tuple[SexSum, ...]:
    """Women and men over all the weeks of the ledgers."""
    rows: QuerySet[Any, Any] = ledgers.values("person__sex").annotate(
        people=Count("person", distinct=True), required=Sum("required"), scheduled=Sum("scheduled"),
        attended=Sum("attended"), weeks=Count("pk"),
    )  # fmt: skip
    found = {row["person__sex"]: row for row in rows}
    # When one of them is hidden so is the other, or it could be worked out from the weeks.
    few = any(row["people"] < SMALLEST_GROUP for row in found.values())
    return tuple(
        SexSum(sex, row["people"], *(HIDDEN if few else _each_week(row)))
        for sex in Sex
        if (row := found.get(sex.value)) is not None
    )


def _each_week(row: dict[str, int]) -> tuple[int, int, int]:
    """Minutes a person and week, rounded down."""
    weeks = row["weeks"]
    return ((row["required"] or 0) // weeks, row["scheduled"] // weeks, row["attended"] // weeks)
