"""Which gateway takes in which kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.gateways.adult_education.receive import CourseFile
from byggsten.gateways.catalogue_hsds.receive import CatalogueFile
from byggsten.gateways.codes import Codes
from byggsten.gateways.partner_notice.receive import NoticeFile
from byggsten.gateways.planning.receive import PlanFile
from byggsten.gateways.population_register.receive import PersonFile
from byggsten.gateways.school.receive import AttendanceFile
from byggsten.queries.rules import rules_here

if TYPE_CHECKING:
    from datetime import datetime

AnyFile = PersonFile | PlanFile | AttendanceFile | NoticeFile | CatalogueFile | CourseFile


def gateway_of(kind: str, *, source: str, unit: str, by: str, at: datetime) -> AnyFile:
    """The gateway for a kind of file from a source."""
    if kind == "catalogue":
        return CatalogueFile(by=by, at=at)
    if kind == "courses":
        return CourseFile(by=by, at=at)
    if kind == "notices":
        return NoticeFile(unit=unit, by=by, at=at)
    if kind == "plans":
        return PlanFile(source=source, by=by, at=at)
    codes = Codes.of(rules_here())
    if kind == "persons":
        return PersonFile(source=source, unit=unit, by=by, at=at, codes=codes)
    return AttendanceFile(source=source, by=by, at=at, codes=codes)
