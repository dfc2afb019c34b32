"""The facts of the rule book that a mapping gives: only what a claim says outright, never a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.competence import Topic
from byggsten.domain.competence import topics as t
from byggsten.domain.competence.circumstances import Housing
from byggsten.domain.competence.contents import Education, Occupation, Swedish
from byggsten.domain.competence_estimate.what_is_told import in_sweden
from byggsten.domain.dates import Period
from byggsten.domain.people import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from byggsten.domain.competence_estimate.what_is_told import Told

ORIGIN = "kartläggning"
HIGHER = (t.EducationLevel.POST_SECONDARY, t.EducationLevel.RESEARCH)


def given_facts(told: Told, on: date) -> tuple[Fact, ...]:
    """The facts as known on the day the mapping is finished."""
    day = Period(on)
    values = [("mapped", on), *_schooling(told), *_work(told), *_circumstances(told)]
    capacity = (
        Fact("capacity_percent", limit.capacity_percent, Period(limit.first_day, limit.last_day), ORIGIN)
        for limit in told.certified_limits()
        if limit.capacity_percent is not None
    )
    return (*(Fact(code, value, day, ORIGIN) for code, value in values), *capacity)


def _schooling(told: Told) -> Iterator[tuple[str, int | bool]]:
    educations = told.contents(Topic.EDUCATION, Education)
    before = [e for e in educations if in_sweden(e.country) is False]
    years = [e.years for e in before if e.years is not None]
    if any(e.level is t.EducationLevel.NO_SCHOOL for e in educations):
        years.append(0)
    if years:
        yield "schooling_years", max(years)
    levels = {e.level for e in educations}
    if levels & set(HIGHER):
        yield "higher_education", True
    # A short education after upper secondary may be either; a person decides.
    elif levels and t.EducationLevel.POST_SECONDARY_SHORT not in levels:
        yield "higher_education", False


def _work(told: Told) -> Iterator[tuple[str, bool]]:
    if any(in_sweden(o.country) is False for o in told.contents(Topic.OCCUPATION, Occupation)):
        yield "work_experience", True
    elif told.nothing(Topic.OCCUPATION):
        yield "work_experience", False


def _circumstances(told: Told) -> Iterator[tuple[str, bool]]:
    home = told.last(Topic.HOUSING, Housing)
    if home is not None and home.own is not None:
        yield "own_housing", home.own
    spoken = told.last(Topic.SWEDISH, Swedish)
    if spoken is not None and spoken.needs_sfi is not None:
        yield "needs_sfi", spoken.needs_sfi
