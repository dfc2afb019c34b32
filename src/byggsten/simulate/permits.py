"""The residents' permits to stay, renewed as time goes by."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.people import Permit
from byggsten.simulate.terms import at
from byggsten.simulate.told import AGENCY, TALK

if TYPE_CHECKING:
    from byggsten.simulate.residents import Resident

# Grounds of the Act on establishment measures.
ESTABLISHED = frozenset({"p5_1", "p5_2", "p5_4", "p5_6", "p12_18", "p21", "p22", "family"})
PERMANENT = frozenset({"p5_2", "eea"})
# Days of the first permit; those that follow last two years.
FIRST_DAYS = {"p21": 365, "p5_1": 3 * 365, "asylum_seeker": 10 * 365}
DAYS = 2 * 365


def permits(resident: Resident, seed: int, until: date) -> tuple[Permit, ...]:
    """The resident's permits, the first told on arrival."""
    lot = Random(f"{seed}/permits/{resident.reference}")
    told = at(min(resident.arrived, until), 8)
    if resident.ground == "unlawful":
        return (Permit("unlawful", Period(resident.permit_day), origin=TALK, recorded_at=told),)
    if resident.ground in PERMANENT:
        return (Permit(resident.ground, Period(resident.permit_day), origin=AGENCY, recorded_at=told),)
    days = FIRST_DAYS.get(resident.ground, DAYS)
    found, first = [], resident.permit_day
    while True:
        last = first + timedelta(days=days - 1)
        soon = until - timedelta(days=60) < last <= until + timedelta(days=120)
        applied = lot.random() < 0.7 if soon else None
        recorded = max(told, at(first)) if first <= until else told
        found.append(Permit(resident.ground, Period(first, last), applied, AGENCY, recorded))
        if last >= until - timedelta(days=40):
            return tuple(found)
        first, days = last + timedelta(days=1), DAYS
