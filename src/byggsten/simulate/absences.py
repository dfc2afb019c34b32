"""The days a resident did not come, and why: illness, children, errands, or no reason at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.simulate.circumstances import sick_from
from byggsten.simulate.residents import Story
from byggsten.simulate.terms import WINTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from byggsten.simulate.residents import Resident

CERTIFICATE_AFTER_DAYS = 7
# The chances of a day.
ILL, ILL_IN_WINTER, CHILD_ILL, ERRAND = 0.006, 0.011, 0.006, 0.012
# The chance that a day is missed without a reason: most people nearly never, some often.
DILIGENCE = ((0.004, 72), (0.025, 18), (0.07, 8), (0.14, 2))
ERRANDS = (
    ("health_care", 5), ("authority_visit", 4), ("state_activity", 3), ("job_interview", 2),
    ("family_reasons", 1), ("religious_holiday", 1), ("no_childcare", 1), ("other", 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a day was missed; ``reason`` empty: none was given.

    ``noticed``: the person said so in advance; ``afterwards``: some days later; neither: only the register.
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
    child = CHILD_ILL if resident.children_under(10, until) else 0.0
    lasts, run = date.min, Absence("")
    for day in days:
        drawn = lot.random()
        ill = ILL_IN_WINTER if day.month in WINTER else ILL
        if day > lasts:
            if drawn < ill:
                run, lasts = _illness(lot, day)
            elif drawn < ill + child:
                run = Absence("care_of_sick_child", noticed=lot.random() < 0.9)
                lasts = day + timedelta(days=lot.randrange(3))
            elif drawn < ill + CHILD_ILL + ERRAND:
                run, lasts = _errand(lot), day
            elif drawn < ill + CHILD_ILL + ERRAND + invalid:
                run, lasts = Absence(""), day
        if day <= lasts:
            found[day] = run
    _tell_story(resident, days, found, lot, until)
    sick = sick_from(resident, seed, until)
    return found | {day: Absence("illness", noticed=True, proof=True) for day in days if sick and day >= sick}


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
    story = resident.story
    if story is Story.STEADY:
        for day in [day for day, absence in found.items() if not absence.reason]:
            del found[day]
        return
    absence = Absence("illness", noticed=True) if story is Story.NO_CERTIFICATE else Absence("")
    for place, day in enumerate(reversed(days)):
        if lot.random() < _chance(story, place, (until - day).days):
            found[day] = absence


def _chance(story: Story, days_back: int, calendar_days: int) -> float:
    """How likely it is that a day is missed because of the story."""
    if story is Story.THREE_DAYS:
        return 1.0 if days_back < 3 else 0.0
    if story is Story.NO_CERTIFICATE:
        return 1.0 if calendar_days < 17 else 0.0
    if story is Story.LASTING:
        return 0.9 if calendar_days < 7 * 7 else 0.0
    if story is Story.FALLING:
        # From nothing nine weeks ago to two days of three now.
        return max(0.0, 0.7 * (1 - calendar_days / (9 * 7)))
    return 0.0
