"""What a plan should hold, the most important first: Swedish, orientation, work, own studies, meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from byggsten.domain.people import Sex
from byggsten.simulate.milestones import ORIENTATION_WEEKS
from byggsten.simulate.residents import Story

if TYPE_CHECKING:
    from random import Random

    from byggsten.simulate.milestones import Milestones
    from byggsten.simulate.residents import Resident

FULL_WEEK = 40 * 60
ORIENTATION = frozenset({"ar", "prs", "so", "ti", "uk", "kmr"})
PRACTICE = (
    "praktik-omsorg", "praktik-kok", "praktik-skolkok", "praktik-forskola", "praktik-park", "praktik-butik",
    "praktik-fastighet", "praktik-lantbruk", "praktik-bygg", "praktik-varv", "praktik-pensionat",
    "praktik-aterbruk",
)  # fmt: skip
AFTER_SFI = (
    "jobbspar-vard", "jobbspar-bygg", "beredskapsjobb", "praktik-omsorg", "praktik-bygg", "praktik-butik",
    "praktik-fastighet", "praktik-skolkok",
)  # fmt: skip
VOCATIONAL = ("yrkes-sfi-vard", "yrkes-sfi-kok", "yrkes-sfi-bygg")
SHORT = (
    "jobbcoach", "syv", "dator", "halsoskola", "foraldraskap", "korkort", "arbetssokande", "studieverkstad",
    "validering", "alfa", "samhallstest", "matematik",
)  # fmt: skip
MEETINGS = {
    "rimbo": ("sprakkafe-rimbo", "mentor"),
    "hallstavik": ("sprakkafe-hallstavik", "fotboll"),
    "blido": ("sprakkafe-blido",),
    "almsta": ("odling", "korkort"),
    "bergshamra": ("odling",),
}
IN_TOWN = ("sprakkafe-norrtalje", "fotboll", "mentor", "kvinnogrupp")


@dataclass(frozen=True, slots=True)
class Wish:
    """One of these activities should be in the plan; ``needed``: it stays there though there is no seat."""

    activities: tuple[str, ...]
    first_day: date | None = None
    last_day: date | None = None
    needed: bool = False


def wishes(resident: Resident, steps: Milestones, first: date, lot: Random) -> list[Wish]:
    """The activities to look for a place in, in order; more than a week has room for."""
    if _at_home(resident, first):
        return [Wish(("foraldragrupp",)), Wish(MEETINGS.get(resident.home, IN_TOWN))]
    found = _swedish(resident, steps, first, lot)
    studies = any(wish.needed for wish in found)
    found += _orientation(resident, steps, first)
    found += _work(resident, lot, studies=studies)
    if studies and lot.random() < 0.85:
        own = ("egna-studier", "egna-studier-dag")
        found.append(Wish(own if lot.random() < 0.7 else own[::-1]))
    if resident.children_under(3, first) and lot.random() < 0.4:
        found.append(Wish(("foraldragrupp",)))
    short = list(SHORT)
    lot.shuffle(short)
    meetings = [
        m for m in MEETINGS.get(resident.home, IN_TOWN) if m != "kvinnogrupp" or resident.sex is Sex.WOMAN
    ]
    extra = [Wish(tuple(short[:3])), Wish((lot.choice(meetings or IN_TOWN),)), Wish(tuple(short[3:6]))]
    return found + (extra if lot.random() < 0.75 else extra[:1])


def _at_home(resident: Resident, first: date) -> bool:
    """On parental leave, or soon: a plan with little, and nothing that is required."""
    born = resident.children_born[-1] if resident.children_born else None
    return (
        resident.story is Story.ON_PARENTAL_LEAVE and born is not None and born < first + timedelta(days=90)
    )


def _swedish(resident: Resident, steps: Milestones, first: date, lot: Random) -> list[Wish]:
    if steps.sfi_started is None:
        return [Wish(("studieverkstad",))]
    if steps.sfi_ended is not None and steps.sfi_ended <= first:
        return [Wish(("svenska-grund",))] if lot.random() < 0.45 else []
    if resident.capacity <= 25:
        return [Wish(("alfa",), needed=True)]
    # A course that begins within weeks belongs to this version of the plan.
    begun = [(course, day) for course, day in steps.courses if day <= first + timedelta(weeks=6)]
    course, day = begun[-1] if begun else steps.courses[0]
    courses = (course, "sfi-kvall") if course[-1] in "cd" else (course,)
    if len(courses) > 1 and lot.random() < 0.15:
        courses = courses[::-1]
    if resident.home in ("almsta", "graddo", "arholma", "blido") and lot.random() < 0.5:
        courses = ("sfi-distans", *courses)
    return [Wish(courses, max(day, first), needed=True)]


def _orientation(resident: Resident, steps: Milestones, first: date) -> list[Wish]:
    start = steps.orientation_started
    if start is None:
        return []
    last = start + timedelta(weeks=ORIENTATION_WEEKS)
    if last <= first:
        return []
    language = resident.language if resident.language in ORIENTATION else "sv"
    return [Wish((f"so-{language}", "so-sv"), max(start, first), last)]


def _work(resident: Resident, lot: Random, *, studies: bool) -> list[Wish]:
    if resident.capacity <= 50:
        return [Wish(("praktik-aterbruk", "halsoskola"))]
    if resident.story is Story.OVER_REPORTED:
        return [Wish(("praktik-kok",), needed=True)]
    if resident.story is Story.FERRY:
        return [Wish(("praktik-varv", "praktik-pensionat"), needed=True)]
    practice = list(PRACTICE if studies else AFTER_SFI)
    lot.shuffle(practice)
    if not studies:
        return [Wish(tuple(practice)), Wish(("arbetssokande",)), Wish(("jobbcoach", "dator")), Wish(PRACTICE)]
    found = [Wish(tuple(practice[:7]))]
    if lot.random() < 0.12:
        found.insert(0, Wish((lot.choice(VOCATIONAL),)))
    return found
