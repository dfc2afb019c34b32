"""One person's page: what is to be done, who the person is to the rules, the wall, the week, the clocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.domain.dates import UnreadableDate, Week, parse_day
from byggsten.domain.rules import RulebookError
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.building_blocks import wall
from byggsten.queries.mapping import judged_levels
from byggsten.queries.person_page import person_page
from byggsten.queries.reception_homes import hidden_mates
from byggsten.web.caseworker.no_week import no_week, sentence
from byggsten.web.caseworker.person_parts import of_today, of_week, who
from byggsten.web.caseworker.timeline import timeline
from byggsten.web.desk import reads, shows
from byggsten.web.words import BLOCK_ICONS

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from byggsten.domain.planning import Plan
    from byggsten.queries.building_blocks import Brick
    from byggsten.queries.person_page import PersonPage
    from byggsten.web.desk import StaffRequest


FIRST_YEAR, LAST_YEAR = 1901, 2198


@dataclass(frozen=True, slots=True)
class PlacedBrick:
    """A block of the wall with its icon."""

    brick: Brick
    icon: str


@reads(May.SEE_PERSON)
def person(request: StaffRequest, reference: str) -> HttpResponse:
    """The page as of today or of ``?dag=``, with the plan of that week or of ``?vecka=``."""
    wrong, asked = "", None
    try:
        asked = _asked(request.GET["dag"]) if request.GET.get("dag") else None
    except Refusal as refusal:
        # The page is shown as of today, with what was wrong with the day beside the field.
        wrong = sentence(refusal)
    try:
        day = asked or request.today
        week = Week.parse(request.GET["vecka"]) if "vecka" in request.GET else Week.of(day)
        found = person_page(request.actor, reference, week, day)
    except (Refusal, RulebookError) as refusal:
        return no_week(request, reference, refusal)
    shows(request, [reference], purpose="casework")
    context = _context(found, request, asked) | {"wrong": wrong, "typed": request.GET.get("dag", "")}
    return render(request, "caseworker/person.html", context, status=422 if wrong else 200)


def _asked(text: str) -> date:
    """A day whose week, and those beside it, lie wholly within the years that can be used."""
    day = parse_day(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        sentence = N_("Sidan kan visas för dagar från %(first)s till %(last)s. Välj en dag däremellan.")
        raise UnreadableDate(Text(sentence, {"first": FIRST_YEAR, "last": LAST_YEAR}))
    return day


def _context(found: PersonPage, request: StaffRequest, asked: date | None) -> dict[str, object]:
    language, day = request.language, found.day
    judged = judged_levels(found.case.person.reference, day)
    hidden = hidden_mates(request.actor, [member.reference for member in found.case.household or ()])
    return who(found, language, asked) | of_today(found.today, language, asked) | of_week(found) | {
        "wall": [PlacedBrick(b, BLOCK_ICONS[b.block]) for b in wall(found.case, day, judged)],
        "timeline": timeline(
            found.case, found.diary, found.today.rules.duty, language, request.today, hidden=hidden
        ),
        "openings": found.diary.openings,
        "plan": current_plan(found.case.plans, day),
        "asked": asked,
    }  # fmt: skip


def current_plan(plans: tuple[Plan, ...], day: date) -> Plan | None:
    """The plan that holds on the day, or else the one that begins next, or else the last one."""
    ordered = sorted(plans, key=lambda plan: plan.period.first_day)
    holding = next((plan for plan in ordered if day in plan.period), None)
    coming = next((plan for plan in ordered if plan.period.first_day > day), None)
    return holding or coming or (ordered[-1] if ordered else None)
