"""What stands in the way of taking in a plan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from byggsten.actions.lengths import refuse_too_long
from byggsten.domain import planning as domain
from byggsten.domain.dates import Period
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class UsedVersion(Refusal):
    """A new plan has the number of another version, or one that is no version's."""


def refuse_used_version(plan: domain.Plan, person: str, known: Iterable[Plan]) -> None:
    """Raise UsedVersion or TooLong if the new plan cannot be numbered or named as told."""
    refuse_too_long(Plan, {"reference": plan.reference, "origin": plan.origin})
    used = {row.version for row in known if row.person.reference == person}
    if plan.version in used or not 1 <= plan.version < 10_000:
        raise UsedVersion(
            Text(
                N_(
                    "Planen %(plan)s har versionsnummer %(version)s, som är upptaget eller ogiltigt. "
                    "Ange ett nytt, från %(next)s."
                ),
                {"plan": plan.reference, "version": plan.version, "next": max(used, default=0) + 1},
            )
        )


def refuse_overlaps(
    told: Mapping[str, tuple[int, Sequence[domain.Plan]]],
    known: Mapping[str, Plan],
    kin: Mapping[int, int],
) -> None:
    """Raise OverlappingPlans if told and known plans of one person, taken together, share a day.

    ``told`` has the key of the record that each person is read as; ``kin`` gives it for every record.
    """
    by_person: dict[int, dict[str, domain.Plan]] = defaultdict(dict)
    for read_as, plans in told.values():
        by_person[read_as] |= {plan.reference: plan for plan in plans}
    for row in known.values():
        if row.withdrawn_at is None and row.person_id in kin:
            period = Period(row.first_day, row.last_day)
            by_person[kin[row.person_id]].setdefault(
                row.reference, domain.Plan(row.reference, row.version, period, ())
            )
    for together in by_person.values():
        domain.refuse_overlap(tuple(together.values()))
