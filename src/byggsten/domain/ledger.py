"""The ledger of a week: what was required, offered, announced, attended, and who owns each missing minute.

scheduled = attended + valid + invalid + cancelled + not charged + unknown + ahead
scheduled + gap = attended + ahead + the sum over owners
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Week
from byggsten.domain.reasons import Owner

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.settling import Hour


class UnbalancedLedger(AssertionError):
    """The sums of a week do not add up; it is a fault of the program, never of the person."""


@dataclass(frozen=True, slots=True)
class WeekLedger:
    """One person's week in whole minutes.

    ``required`` None: the rules cannot tell how much was required, so no gap is counted.
    ``gap`` is required time for which nothing was scheduled; it is always the municipality's.
    """

    week: Week
    required: Minutes | None
    scheduled: Minutes
    offered: Minutes
    announced: Minutes
    attended: Minutes
    valid: Minutes
    invalid: Minutes
    cancelled: Minutes
    not_charged: Minutes
    unknown: Minutes
    ahead: Minutes
    gap: Minutes
    owners: Mapping[Owner, Minutes]

    def __post_init__(self) -> None:
        states = (
            self.attended
            + self.valid
            + self.invalid
            + self.cancelled
            + self.not_charged
            + self.unknown
            + self.ahead
        )
        if states != self.scheduled:
            raise UnbalancedLedger(f"{self.week}: states {states}, scheduled {self.scheduled}")
        if self.attended + self.ahead + sum(self.owners.values()) != self.scheduled + self.gap:
            raise UnbalancedLedger(f"{self.week}: the owners do not add up")

    @property
    def missing(self) -> Minutes:
        """All time that was required or scheduled and did not happen."""
        return Minutes(sum(self.owners.values()))

    def owned_by(self, owner: Owner) -> Minutes:
        return self.owners.get(owner, Minutes(0))


def week_ledger(week: Week, hours: Iterable[Hour], required: Minutes | None) -> WeekLedger:
    """Add up the settled hours of one person's week; what was required but not scheduled is a gap."""
    sums = dict.fromkeys(
        ("scheduled", "offered", "announced", "attended", "valid", "invalid", "cancelled", "not_charged",
         "unknown", "ahead"),
        0,
    )  # fmt: skip
    owners: dict[Owner, int] = {}
    for hour in hours:
        minutes = hour.session.minutes
        sums["scheduled"] += minutes
        sums["offered"] += minutes if hour.offered else 0
        sums["announced"] += minutes if hour.announced else 0
        for state in ("attended", "valid", "invalid", "cancelled", "not_charged", "unknown", "ahead"):
            sums[state] += getattr(hour, state)
        for owner, owned in hour.owners.items():
            owners[owner] = owners.get(owner, 0) + owned
    gap = max(0, (required or 0) - sums["scheduled"])
    if gap:
        owners[Owner.MUNICIPALITY] = owners.get(Owner.MUNICIPALITY, 0) + gap
    return WeekLedger(
        week,
        required,
        **{name: Minutes(total) for name, total in sums.items()},
        gap=Minutes(gap),
        owners=MappingProxyType({owner: Minutes(total) for owner, total in sorted(owners.items())}),
    )
