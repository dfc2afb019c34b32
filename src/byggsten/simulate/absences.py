"""The days a resident did not come, and why: illness, children, errands, and now and then no reason at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.residents import Story
from byggsten.simulate.terms import WINTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from byggsten.simulate.residents import Resident

CERTIFICATE_AFTER_DAYS = 7
# The chance that a day is missed without a reason: most people nearly never, some often.
DILIGENCE = ((0.004, 72), (0.025, 18), (0.07, 8), (0.14, 2))
ERRANDS = (("health_care", 5), ("authority_visit", 4), ("state_activity", 3), ("job_interview", 2), ("family_reasons", 1),
           ("religious_holiday", 1), ("no_childcare", 1), ("other", 1))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a day was missed; ``reason`` empty: none was given.

    ``noticed``: the person said so in advance; ``afterwards``: some days later; neither: the register alone tells.
    """

    reason: str
    noticed: bool = False
    afterwards: bool = False
    proof: bool = False
    morning_only: bool = False


def absences(resident: Resident, days: Sequence[date], seed: int, until: date) -> dict[date, Absence]:
    """The missed days among the days on which the resident had something to go to."""
    lot = Random(f"{seed}/absences/{resident.reference}")
    found: dict[date, Absence] = {}
    invalid = lot.choices([p for p, _ in DILIGENCE], [share for _, share in DILIGENCE])[0]
    if resident.story is Story.STEADY:
        invalid = 0.0
    parent = bool(resident.children_under(10, until))
    ill_until, run = date.min, Absence("illness")
    for day in days:
        drawn = lot.random()
        if day <= ill_until:
            found[day] = run
            continue
        begins = 0.011 if day.month in WINTER else 0.006
        if drawn < begins:
            run, ill_until = _illness(lot, day)
            found[day] = run
        elif parent and drawn < begins + 0.006:
            run, ill_until = (
                Absence("care_of_sick_child", noticed=lot.random() < 0.9),
                day + timedelta(lot.randrange(3)),
            )
            found[day] = run
        elif drawn < begins + 0.018:
            found[day] = _errand(lot)
        elif drawn < begins + 0.018 + invalid:
            found[day] = Absence("")
    _tell_story(resident, days, found, lot, until)
    return found


def _illness(lot: Random, day: date) -> tuple[Absence, date]:
    length = lot.choices((1, 2, 3, 5, 8, 14, 24), (30, 24, 18, 14, 8, 4, 2))[0]
    noticed = lot.random() < 0.86
    proof = length > CERTIFICATE_AFTER_DAYS and lot.random() < 0.85
    run = Absence("illness", noticed=noticed, afterwards=not noticed and lot.random() < 0.6, proof=proof)
    return run, day + timedelta(days=length - 1)


def _errand(lot: Random) -> Absence:
    reason = lot.choices([code for code, _ in ERRANDS], [share for _, share in ERRANDS])[0]
    noticed = lot.random() < 0.8
    return Absence(
        reason,
        noticed=noticed,
        afterwards=not noticed and lot.random() < 0.5,
        morning_only=lot.random() < 0.6,
    )


def _tell_story(
    resident: Resident, days: Sequence[date], found: dict[date, Absence], lot: Random, until: date
) -> None:
    """The latest weeks of those whose story is about absence."""
    match resident.story:
        case Story.THREE_DAYS:
            for day in days[-3:]:
                found[day] = Absence("")
        case Story.LASTING:
            for day in days:
                if day > until - timedelta(weeks=7) and lot.random() < 0.9:
                    found[day] = Absence("")
        case Story.FALLING:
            for day in days:
                weeks_left = (until - day).days / 7
                if weeks_left < 14 and lot.random() < 0.5 * (1 - weeks_left / 14):
                    found[day] = Absence("")
        case Story.NO_CERTIFICATE:
            for day in days:
                if day > until - timedelta(days=17):
                    found[day] = Absence("illness", noticed=True)
        case Story.STEADY:
            for day in [day for day, absence in found.items() if not absence.reason]:
                del found[day]
        case _:
            pass
