"""The ledger of a week as rows: what happened to the time, and whose the missing time is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes
from byggsten.domain.reasons import Owner
from byggsten.web.caseworker.words import OWNER_COLOURS, OWNERS, STATE_COLOURS, STATES

if TYPE_CHECKING:
    from byggsten.domain.ledger import WeekLedger


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: its minutes, and the anchor of its explanation on the page of the week."""

    name: str
    label: str
    minutes: Minutes
    colour: str
    anchor: str


def state_rows(ledger: WeekLedger) -> tuple[Figure, ...]:
    """What happened to the scheduled time, without what there is none of."""
    return tuple(
        Figure(state, str(label), getattr(ledger, state), STATE_COLOURS[state], f"tid-{state}")
        for state, label in STATES.items()
        if getattr(ledger, state)
    )


def owner_rows(ledger: WeekLedger) -> tuple[Figure, ...]:
    """Whose the missing time is; without owners of nothing."""
    return tuple(
        Figure(
            owner.value, str(OWNERS[owner]), ledger.owned_by(owner), OWNER_COLOURS[owner], f"agare-{owner}"
        )
        for owner in Owner
        if ledger.owned_by(owner)
    )


def whole(ledger: WeekLedger) -> Minutes:
    """All time of the week: what was scheduled, and what was required on top of it."""
    return Minutes(ledger.scheduled + ledger.gap)
