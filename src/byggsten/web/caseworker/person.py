"""One person's page: what is to be done, who the person is to the rules, the wall, the week, the clocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.domain.dates import LAST_YEAR, Week, parse_day
from byggsten.domain.rules import RulebookError
from byggsten.domain.texts import Refusal
from byggsten.queries.building_blocks import wall
from byggsten.queries.mapping import judged_levels
from byggsten.queries.person_page import person_page
from byggsten.web.caseworker.clocks import clocks, period_day
from byggsten.web.caseworker.figures import owner_rows, state_rows, whole
from byggsten.web.caseworker.no_week import no_week, sentence
from byggsten.web.caseworker.schedule import schedule
from byggsten.web.caseworker.timeline import timeline
from byggsten.web.caseworker.told import tell
from byggsten.web.caseworker.words import BLOCK_ICONS, LANGUAGES, PROTECTIONS
from byggsten.web.caseworker.work_list import LOOKS
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from byggsten.domain.duty import Assessment
    from byggsten.domain.planning import Plan
    from byggsten.queries.building_blocks import Brick
    from byggsten.queries.person_page import PersonPage
    from byggsten.web.caseworker.told import Told
    from byggsten.web.desk import StaffRequest

TODO = "att_göra"
IDENTITY = (
    "målgrupp", "kategori", "väg", "prioritet", "nyanländ", "omfattning", "etableringslagen",
    "program_anvisning", "samhällsorientering_rätt", "sfi_rätt",
)  # fmt: skip
OUTSIDE, TURN_TO = ("utanför", "rätt_till_skola"), "hänvisning"
PERSON_OWES = ("person_vecka", "aktivitetskrav", "signal_tre_dagar", "signal_fallande", "signal_varaktig")
MUNICIPALITY, CHILDREN = "kommun_", "barnperspektiv"
# Answers that ask nothing of anybody are left out where only debts are shown.
DONE = ("uppfylld", "uppfylld_sent", "gäller", "komplett", "inget", "uppfylld_giltig_frånvaro",
        "uppfylld_erbjudet", "ingen_signal")  # fmt: skip
SILENT = ("ej_tillämplig", "gäller_inte")


@dataclass(frozen=True, slots=True)
class PlacedBrick:
    """A block of the wall with its icon."""

    brick: Brick
    icon: str


@dataclass(frozen=True, slots=True)
class Debts:
    """What one party is still asked for, and what is as it should be."""

    left: tuple[Told, ...]
    settled: tuple[Told, ...]


@reads(May.SEE_PERSON)
def person(request: StaffRequest, reference: str) -> HttpResponse:
    """The page as of today or of ``?dag=``, with the plan of that week or of ``?vecka=``."""
    wrong, asked = "", None
    try:
        asked = parse_day(request.GET["dag"]) if request.GET.get("dag") else None
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


def _context(found: PersonPage, request: StaffRequest, asked: date | None) -> dict[str, object]:
    language, day = request.language, found.day
    judged = judged_levels(found.case.person.reference, day)
    return _who(found, language, asked) | _today(found.today, language, asked) | _week(found) | {
        "wall": [PlacedBrick(b, BLOCK_ICONS[b.block]) for b in wall(found.case, day, judged)],
        "timeline": timeline(found.case, found.diary, found.today.rules.duty, language, request.today),
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


def _who(found: PersonPage, language: str, asked: date | None) -> dict[str, object]:
    person = found.case.person
    ticking = clocks(found.today, language, asked)
    return {
        "person": person,
        "unit": found.unit,
        "caseworker": found.caseworker,
        "interpreter": found.interpreter,
        "speaks": LANGUAGES.get(person.language, person.language),
        "protection": PROTECTIONS.get(person.protection, ""),
        "period": period_day(ticking, found.day),
        "running": [clock for clock in ticking if clock.runs],
        "stopped": [clock for clock in ticking if not clock.runs],
    }  # fmt: skip


def _today(today: Assessment, language: str, asked: date | None) -> dict[str, object]:
    book = today.rules.duty
    owed = [name for name in book.rules if name.startswith(MUNICIPALITY)]
    todo = tell(today, (TODO,), language, day=asked)[0]
    identity = tell(today, IDENTITY, language, day=asked)
    outside = identity[0].code in OUTSIDE
    return {
        "todo": todo,
        "settled": todo.code == "inget",
        "look": LOOKS.get(todo.code, ("neutral", ""))[0],
        "identity": identity,
        "outside": identity[0] if outside else None,
        "turn_to": tell(today, (TURN_TO,), language, day=asked)[0] if outside else None,
        "municipality_side": _debts(tell(today, (*owed, CHILDREN), language, day=asked)),
        "person_side": _debts(tell(today, PERSON_OWES, language, day=asked)),
    }


def _debts(answers: tuple[Told, ...]) -> Debts:
    asked = [answer for answer in answers if answer.code not in SILENT]
    return Debts(
        tuple(answer for answer in asked if answer.code not in DONE),
        tuple(answer for answer in asked if answer.code in DONE),
    )


def _week(found: PersonPage) -> dict[str, object]:
    week, finished = found.week, found.finished
    return {
        "week": week,
        "schedule": schedule(week),
        "before": week.week.plus(-1),
        "after": week.week.plus(1 if week.week.year < LAST_YEAR else 0),
        "finished": finished,
        "states": state_rows(finished.ledger),
        "owners": owner_rows(finished.ledger),
        "whole": whole(finished.ledger),
    }
