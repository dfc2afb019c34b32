"""A plan as a file: the paper and the calendar; their names tell nothing of whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from byggsten.access.roles import May
from byggsten.gateways.calendar_file.write import plan_calendar
from byggsten.gateways.plan_document.setting import plan_pdf
from byggsten.queries.plan_document import plan_called, plan_document
from byggsten.queries.plan_in_words import plan_sheet
from byggsten.web.desk import reads, shows
from byggsten.wording import LANGUAGES, SWEDISH

if TYPE_CHECKING:
    from byggsten.queries.plan_document import PlanDocument
    from byggsten.web.desk import StaffRequest


@reads(May.SEE_PERSON)
def paper(request: StaffRequest, reference: str, version: int) -> HttpResponse:
    """The plan as PDF in Swedish, or beside the language of ``?sprak=``."""
    plan = _plan(request, reference, version)
    sheet = plan_sheet(plan, request.GET.get("sprak", SWEDISH.code))
    return _file(plan_pdf(sheet), "application/pdf", f"plan-{plan.version}-{sheet.language}.pdf")


@reads(May.SEE_PERSON)
def calendar(request: StaffRequest, reference: str, version: int) -> HttpResponse:
    """The plan's week as a calendar file."""
    plan = _plan(request, reference, version)
    answer = _file(plan_calendar(plan), "text/calendar; charset=utf-8", f"plan-{plan.version}.ics")
    answer["Content-Disposition"] = answer["Content-Disposition"].replace("inline", "attachment")
    return answer


def language_for(plan: PlanDocument, asked: str = "") -> str:
    """The language that was asked for, or else the person's, or else Swedish."""
    return next((code for code in (asked, plan.person.language) if code in LANGUAGES), SWEDISH.code)


def _plan(request: StaffRequest, reference: str, version: int) -> PlanDocument:
    plan = plan_document(request.actor, plan_called(request.actor, reference, version))
    shows(request, [reference, *plan.guardians], purpose="casework")
    return plan


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
