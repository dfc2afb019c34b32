"""A person's week explained: both parties' outcomes, the ledger, every hour, and every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.domain.dates import LAST_YEAR, Week
from byggsten.domain.rules import RulebookError
from byggsten.domain.texts import Refusal
from byggsten.queries.week_page import week_page
from byggsten.web.caseworker.figures import owner_rows, state_rows, whole
from byggsten.web.caseworker.hours import told_days
from byggsten.web.caseworker.no_week import no_week
from byggsten.web.caseworker.told import explain, tell
from byggsten.web.desk import reads, shows

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

PARTIES = ("person_vecka", "kommun_vecka")
# The rules that the week rests on, in the order in which they lead to each other.
STEPS = (
    "omfattning", "veckokrav", *PARTIES, "kommun_närvaroregister", "signal_tre_dagar", "signal_fallande",
    "signal_varaktig", "aktivitetskrav",
)  # fmt: skip


@reads(May.SEE_PERSON)
def week(request: StaffRequest, reference: str, week: str) -> HttpResponse:
    """The week as seen today; a week that is not stored is settled on the spot."""
    try:
        asked = Week.parse(week)
        found = week_page(request.actor, reference, asked)
    except (Refusal, RulebookError) as refusal:
        return no_week(request, reference, refusal)
    shows(request, [reference], purpose="casework")
    return render(request, "caseworker/week.html", {
        "person": found.case.person,
        "week": found,
        "running": asked.monday <= request.today <= asked.sunday,
        "coming": request.today < asked.monday,
        "before": asked.plus(-1),
        "after": asked.plus(1 if asked.year < LAST_YEAR else 0),
        "parties": tell(found, PARTIES, request.language, asked),
        "states": state_rows(found.ledger),
        "owners": owner_rows(found.ledger),
        "whole": whole(found.ledger),
        "days": told_days(found, request.language),
        "steps": explain(found, STEPS, request.language, week=asked),
    })  # fmt: skip
