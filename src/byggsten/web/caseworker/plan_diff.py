"""Two versions of a plan beside each other: what was added, removed and changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.queries.extent_words import extent_reasons
from byggsten.queries.judging import case_without_sessions
from byggsten.queries.plan_changes import changes
from byggsten.queries.plan_versions import versions_of
from byggsten.web.caseworker.planner.telling import in_a_line
from byggsten.web.caseworker.planner.words import HOWS, PARTS
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse

    from byggsten.queries.plan_changes import Change
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Line:
    """One difference in words; "" where it is not there."""

    colour: str
    icon: str
    word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Section:
    """The differences of one part of the plan."""

    title: str
    lines: tuple[Line, ...]


@reads(May.SEE_PERSON)
def plan_diff(request: StaffRequest, reference: str, version: int) -> HttpResponse:
    """What the version changed in the one before it."""
    case = case_without_sessions(request.actor, reference)
    versions = versions_of(request.actor, reference)
    after, before = versions.numbered(version), versions.before(version)
    if before is None:
        raise NothingHere
    shows(request, [reference], purpose="casework")
    return render(request, "caseworker/plan_diff.html", {
        "person": case.person,
        "before": before,
        "after": after,
        "sections": _sections(changes(before, after), versions.names, extent_reasons(request.language)),
    })  # fmt: skip


def _sections(
    found: tuple[Change, ...], names: Mapping[str, str], reasons: Mapping[str, str]
) -> tuple[Section, ...]:
    sections = []
    for part, title in PARTS.items():
        lines = tuple(_line(change, names, reasons) for change in found if change.part is part)
        if lines:
            sections.append(Section(str(title), lines))
    return tuple(sections)


def _line(change: Change, names: Mapping[str, str], reasons: Mapping[str, str]) -> Line:
    colour, icon, word = HOWS[change.how]
    return Line(
        colour,
        icon,
        str(word),
        in_a_line(change.before, names, reasons),
        in_a_line(change.after, names, reasons),
    )
