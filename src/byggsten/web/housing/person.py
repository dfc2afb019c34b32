"""How one person lives: homes over time, the goal of a home of one's own, and the reception's checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.queries.housing import housing_page
from byggsten.web.desk import reads, shows
from byggsten.web.housing.forms import StepForm
from byggsten.web.housing.words import ANSWERABLE, FORMS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.housing import HousingPage
    from byggsten.web.desk import StaffRequest


@reads(May.SEE_PERSON)
def person(request: StaffRequest, reference: str) -> HttpResponse:
    """The page as it stands today; ``?checklista`` shows the checklist for one who came another way."""
    found = housing_page(request.actor, reference, with_checklist="checklista" in request.GET)
    shows(request, [reference], purpose="casework")
    return render(request, "housing/person.html", context_of(found, request))


def context_of(found: HousingPage, request: StaffRequest) -> dict[str, object]:
    """What the page is drawn from."""
    english = request.language == "en"
    steps = [
        {
            "of": step,
            "label": step.line.en if english else step.line.sv,
            "who": step.responsible or ANSWERABLE[step.line.answerable],
            "form": StepForm(
                initial={"due": step.due, "responsible": step.responsible, "note": step.note},
                auto_id=f"{step.line.code}_%s",
            ),
        }
        for step in found.steps
    ]
    return {
        "page": found,
        "person": found.person,
        "homes": [(home, FORMS[home.spell.form]) for home in found.homes],
        "now": FORMS[found.now.spell.form] if found.now else None,
        "steps": steps,
        "done": sum(step.done_on is not None for step in found.steps),
        "undecided": found.steps and all(step.line.days is None for step in found.steps),
    }
