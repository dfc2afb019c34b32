"""What holds for a time in a resident's life: support, leave, and a pupil's first months in school."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.residents import DAYS_A_MONTH, Story
from byggsten.simulate.told import DOCTOR, INSURANCE, PUPILS, REGISTER, SUPPORT

if TYPE_CHECKING:
    from byggsten.simulate.residents import Resident
    from byggsten.simulate.told import Told


def tell_support(resident: Resident, told: Told, lot: Random) -> None:
    """Months in a row with social assistance, told a few times a year; some never ask for it."""
    supported = lot.random() < 0.72
    day = resident.arrived + timedelta(days=lot.randrange(70, 110))
    while supported and (resident.leaves is None or day < resident.leaves):
        if day > told.until:
            return
        months = int((day - resident.arrived).days / DAYS_A_MONTH) - 1
        told.tell("support_months", months, day, SUPPORT)
        day += timedelta(days=120)
    told.tell("support_months", 0, resident.leaves if supported else day, SUPPORT, lag=5)


def sick_from(resident: Resident, seed: int, until: date) -> date | None:
    """The first day of the full sick leave of those whose story it is."""
    lot = Random(f"{seed}/sick/{resident.reference}")
    days = lot.randrange(20, 60)
    return until - timedelta(days=days) if resident.story is Story.ON_SICK_LEAVE else None


def tell_leave(resident: Resident, told: Told, seed: int) -> None:
    """Full sick leave or parental leave of those whose story it is."""
    sick = sick_from(resident, seed, told.until)
    told.tell("full_sick_leave", True, sick, DOCTOR, lag=2, last=told.until + timedelta(days=45))
    if resident.story is Story.ON_PARENTAL_LEAVE and resident.children_born:
        day = max(resident.arrived, resident.children_born[-1])
        told.tell("parental_leave", True, day, INSURANCE, lag=10, last=day + timedelta(days=800))


def tell_pupil(resident: Resident, told: Told, lot: Random) -> None:
    """When a child began school here and was assessed."""
    abroad = resident.born < resident.arrived
    told.tell("lived_abroad", abroad, resident.arrived, REGISTER)
    if abroad and 7 <= resident.age(resident.arrived) <= 17:
        start = resident.arrived + timedelta(days=lot.randrange(10, 35))
        told.tell("school_start", start, start, PUPILS, lag=2)
        told.tell("school_start_late", True, start, PUPILS, lag=2)
        told.event("pupil_assessed", start + timedelta(days=lot.randrange(20, 90)), PUPILS)
        if lot.random() < 0.6:
            told.event("preparatory_class_from", start + timedelta(days=lot.randrange(5, 30)), PUPILS)
